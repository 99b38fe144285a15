/** Cumulus for Scala 3: extension methods with named and default arguments. Copy this file into your project.
  *
  * {{{
  * import cumulus.*
  *
  * val a = ndarray(Seq(Seq(2, 4, 6), Seq(1, 3, 5)))
  * a.cumsum(axis = 0)
  * Array(0.5, 0.25, 4.0).cumsum
  * val (highs, indices) = Seq(3, 1, 4, 1, 5).cummax
  * }}}
  *
  * Everything stands on the library for Java, `org.cumulus`: results are NumPy's, to the bit.
  */
package cumulus

import org.cumulus.{Cumulus, DType, NDArray, NaNPolicy, Operator, Order, OverflowPolicy, Scan}
import scala.annotation.targetName
import scala.jdk.CollectionConverters.*

/** An array of numbers: a Scala sequence, sequences of sequences, an array, or a single value.
  *
  * @param dtype what the elements are cast to; by default what NumPy would take them for
  */
def ndarray(values: Any, dtype: Option[DType] = None): NDArray =
  dtype.fold(NDArray.of(javaOf(values)))(NDArray.of(javaOf(values), _))

/** A scan with every mode of [[org.cumulus.Scan]], by named arguments.
  *
  * @param axis the axis; by default all elements are scanned in C order
  * @param keys a key for each element; those of each key are scanned on their own
  */
def scan(
    values: Any,
    operator: Operator = Operator.ADD,
    axis: Option[Int] = None,
    dtype: Option[DType] = None,
    exclusive: Boolean = false,
    reverse: Boolean = false,
    initial: Option[Any] = None,
    includeInitial: Boolean = false,
    order: Order = Order.NUMPY,
    nan: NaNPolicy = NaNPolicy.PROPAGATE,
    overflow: OverflowPolicy = OverflowPolicy.WRAP,
    keys: Option[Any] = None
): NDArray =
  def when(condition: Boolean)(mode: Scan => Scan): Scan => Scan = if condition then mode else identity
  val modes = Seq[Scan => Scan](
    scan => axis.fold(scan)(scan.axis(_)),
    scan => dtype.fold(scan)(scan.dtype),
    when(exclusive)(_.exclusive()),
    when(reverse)(_.reverse()),
    scan => initial.fold(scan)(value => scan.initial(javaOf(value))),
    when(includeInitial)(_.includeInitial()),
    scan => keys.fold(scan)(value => scan.segmentsByKey(javaOf(value)))
  )
  val plain = Scan.of(operator).order(order).nan(nan).overflow(overflow)
  modes.foldLeft(plain)((scan, mode) => mode(scan)).apply(javaOf(values))

extension (a: NDArray)
  /** The cumulative sum along an axis: `numpy.cumsum`, to the bit. */
  def cumsum(axis: Int): NDArray = Cumulus.cumsum(a, axis)

  /** The cumulative sum of all elements in C order. */
  def cumsum: NDArray = Cumulus.cumsum(a)

  /** The cumulative product along an axis. */
  def cumprod(axis: Int): NDArray = Cumulus.cumprod(a, axis)

  /** The cumulative product of all elements in C order. */
  def cumprod: NDArray = Cumulus.cumprod(a)

  /** The largest elements so far along an axis, and where they are. */
  def cummax(axis: Int): (NDArray, NDArray) = pair(Cumulus.cummax(a, axis))

  /** The smallest elements so far along an axis, and where they are. */
  def cummin(axis: Int): (NDArray, NDArray) = pair(Cumulus.cummin(a, axis))

  /** The differences of neighbours, taken `n` times. */
  def diff(n: Int = 1, axis: Int = -1): NDArray = Cumulus.diff(a, n, axis)

extension (a: Array[Double])
  /** The cumulative sum. */
  def cumsum: Array[Double] = Cumulus.cumsum(a)

  /** The cumulative product. */
  def cumprod: Array[Double] = Cumulus.cumprod(a)

  /** The cumulative sum with NaN counted as zero. */
  def nancumsum: Array[Double] = Cumulus.nancumsum(a)

extension (a: Array[Float])
  /** The cumulative sum. */
  def cumsum: Array[Float] = Cumulus.cumsum(a)

extension (a: Array[Long])
  /** The cumulative sum. */
  def cumsum: Array[Long] = Cumulus.cumsum(a)

extension (a: Array[Int])
  /** The cumulative sum, in 64 bits as NumPy does it. */
  def cumsum: Array[Long] = Cumulus.cumsum(a)

  /** These lengths as offsets: an exclusive sum with the total at its end. */
  def offsets: Array[Int] = Cumulus.offsets(a)

extension (values: Seq[Double])
  /** The running totals. */
  @targetName("cumsumOfDoubles")
  def cumsum: Seq[Double] = Cumulus.cumsum(values.toArray).toSeq

extension (values: Seq[Int])
  /** The running totals, in 64 bits. */
  @targetName("cumsumOfInts")
  def cumsum: Seq[Long] = Cumulus.cumsum(values.toArray).toSeq

  /** The largest elements so far, and where they are. */
  def cummax: (Seq[Long], Seq[Long]) =
    val extremes = Cumulus.cummax(values.toArray)
    (extremes.values.toLongs.toSeq, extremes.indices.toLongs.toSeq)

extension (values: Seq[Long])
  /** The running totals. */
  @targetName("cumsumOfLongs")
  def cumsum: Seq[Long] = Cumulus.cumsum(values.toArray).toSeq

private def pair(extremes: org.cumulus.Extremes): (NDArray, NDArray) = (extremes.values, extremes.indices)

/** Scala's sequences as Java's lists, at every depth. */
private def javaOf(values: Any): Object = values match
  case sequence: Seq[?] => sequence.map(javaOf).asJava
  case other            => other.asInstanceOf[Object]
