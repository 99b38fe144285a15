package cumulus

/** The example of the guide, and what it gives. */
object Guide:
  val results: Seq[String] =
    val a = ndarray(Seq(Seq(2, 4, 6), Seq(1, 3, 5)))
    val (highs, indices) = Seq(3, 1, 4, 1, 5).cummax
    Seq(
      written(
        a.cumsum(axis = 0)
      ),
      written(
        Array(0.5, 0.25, 4.0).cumsum
      ),
      written(
        Seq(2, 4, 6).cumsum
      ),
      written(
        scan(Array(2, 4, 6), exclusive = true)
      ),
      written(
        highs
      )
    )

  private def written(result: Any): String = result match
    case array: org.cumulus.NDArray => array.toLongs.mkString("[", ", ", "]")
    case array: Array[?]            => array.mkString("[", ", ", "]")
    case values: Seq[?]             => values.mkString("[", ", ", "]")
    case other                      => other.toString
