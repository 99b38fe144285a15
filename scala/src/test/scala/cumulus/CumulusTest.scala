package cumulus

import org.cumulus.{DType, Operator, Order}
import org.junit.jupiter.api.Assertions.{assertArrayEquals, assertEquals}
import org.junit.jupiter.api.Test
import java.nio.file.{Files, Path}

/** The extension methods, and the example of the guide. */
class CumulusTest:
  private val a = ndarray(Seq(Seq(2, 4, 6), Seq(1, 3, 5)))

  @Test def arraysHaveMethods(): Unit =
    assertArrayEquals(Array[Long](2, 4, 6, 3, 7, 11), a.cumsum(axis = 0).toLongs)
    assertArrayEquals(Array[Long](2, 6, 12, 13, 16, 21), a.cumsum.toLongs)
    assertArrayEquals(Array[Long](2, 8, 48, 1, 3, 15), a.cumprod(axis = 1).toLongs)
    assertArrayEquals(Array[Long](2, 2, 2, 2), a.diff().toLongs)
    assertArrayEquals(Array[Long](2, 4, 6, 2, 4, 6), a.cummax(axis = 0)._1.toLongs)
    assertEquals(DType.FLOAT32, ndarray(Seq(1, 2), dtype = Some(DType.FLOAT32)).dtype)

  @Test def primitivesAndSequences(): Unit =
    assertArrayEquals(Array(0.5, 0.75, 4.75), Array(0.5, 0.25, 4.0).cumsum)
    assertArrayEquals(Array(1.0f, 3.0f), Array(1.0f, 2.0f).cumsum)
    assertArrayEquals(Array[Long](2, 6), Array(2, 4).cumsum)
    assertArrayEquals(Array[Long](2, 6), Array(2L, 4L).cumsum)
    assertArrayEquals(Array(0, 2, 6), Array(2, 4).offsets)
    assertEquals(Seq(2L, 6L, 12L), Seq(2, 4, 6).cumsum)
    assertEquals(Seq(2L, 6L), Seq(2L, 4L).cumsum)
    assertEquals(Seq(0.5, 0.75), Seq(0.5, 0.25).cumsum)
    assertEquals((Seq(3L, 3L, 4L), Seq(0L, 0L, 2L)), Seq(3, 1, 4).cummax)

  @Test def scansHaveEveryMode(): Unit =
    val values = Array(2, 4, 6)
    assertArrayEquals(Array[Long](0, 2, 6), scan(values, exclusive = true).toLongs)
    assertArrayEquals(Array[Long](12, 10, 6), scan(values, reverse = true).toLongs)
    assertArrayEquals(
      Array[Long](5, 7, 11, 17),
      scan(values, initial = Some(5), includeInitial = true).toLongs
    )
    assertArrayEquals(Array[Long](2, 4, 8), scan(values, keys = Some(Seq(7, 8, 7))).toLongs)
    assertArrayEquals(Array[Long](2, 8, 48), scan(values, Operator.MULTIPLY).toLongs)
    assertArrayEquals(Array[Long](2, 4, 6, 3, 7, 11), scan(a, axis = Some(0)).toLongs)
    assertEquals(1.0, scan(Array(1e16, 1.0, -1e16), order = Order.EXACT).getDouble(2))

  /** As the guide has it, word for word. */
  @Test def theGuidesExampleIsRun(): Unit =
    val page = Files.readString(Path.of("../docs/guide/kotlin-and-scala.md"))
    val source = Files.readString(Path.of("src/test/scala/cumulus/Guide.scala"))
    val example = page.split("```scala\n")(1).takeWhile(_ != '`').linesIterator.drop(2).filter(_.nonEmpty)
    example.foreach(line => assertEquals(true, source.linesIterator.exists(_.trim == line.split(" //")(0).trim), line))
    assertEquals(Guide.results, page.split("```scala\n")(1).takeWhile(_ != '`').linesIterator
      .filter(_.contains(" // ")).map(_.split(" // ")(1)).toSeq)
