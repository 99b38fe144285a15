package org.cumulus.kotlin

import org.cumulus.Cumulus

/** The cumulative sum, in 64 bits as NumPy does it. */
public fun BooleanArray.cumsum(): LongArray = Cumulus.cumsum(this)

/** The cumulative product, in 64 bits as NumPy does it. */
public fun BooleanArray.cumprod(): LongArray = Cumulus.cumprod(this)

/** The cumulative sum, in 64 bits as NumPy does it. */
public fun ByteArray.cumsum(): LongArray = Cumulus.cumsum(this)

/** The cumulative product, in 64 bits as NumPy does it. */
public fun ByteArray.cumprod(): LongArray = Cumulus.cumprod(this)

/** The cumulative sum, in 64 bits as NumPy does it. */
public fun ShortArray.cumsum(): LongArray = Cumulus.cumsum(this)

/** The cumulative product, in 64 bits as NumPy does it. */
public fun ShortArray.cumprod(): LongArray = Cumulus.cumprod(this)

/** The cumulative sum, in 64 bits as NumPy does it. */
public fun IntArray.cumsum(): LongArray = Cumulus.cumsum(this)

/** The cumulative product, in 64 bits as NumPy does it. */
public fun IntArray.cumprod(): LongArray = Cumulus.cumprod(this)

/** The cumulative sum. */
public fun LongArray.cumsum(): LongArray = Cumulus.cumsum(this)

/** The cumulative product. */
public fun LongArray.cumprod(): LongArray = Cumulus.cumprod(this)

/** The cumulative sum. */
public fun FloatArray.cumsum(): FloatArray = Cumulus.cumsum(this)

/** The cumulative product. */
public fun FloatArray.cumprod(): FloatArray = Cumulus.cumprod(this)

/** The cumulative sum. */
public fun DoubleArray.cumsum(): DoubleArray = Cumulus.cumsum(this)

/** The cumulative product. */
public fun DoubleArray.cumprod(): DoubleArray = Cumulus.cumprod(this)

/** The cumulative sum with NaN counted as zero. */
public fun FloatArray.nancumsum(): FloatArray = Cumulus.nancumsum(this)

/** The cumulative product with NaN counted as one. */
public fun FloatArray.nancumprod(): FloatArray = Cumulus.nancumprod(this)

/** The logarithm of the cumulative sum of exponentials. */
public fun FloatArray.logcumsumexp(): FloatArray = Cumulus.logcumsumexp(this)

/** The cumulative sum with NaN counted as zero. */
public fun DoubleArray.nancumsum(): DoubleArray = Cumulus.nancumsum(this)

/** The cumulative product with NaN counted as one. */
public fun DoubleArray.nancumprod(): DoubleArray = Cumulus.nancumprod(this)

/** The logarithm of the cumulative sum of exponentials. */
public fun DoubleArray.logcumsumexp(): DoubleArray = Cumulus.logcumsumexp(this)

/** The differences of neighbours, taken [n] times. */
public fun IntArray.diff(n: Int = 1): IntArray = Cumulus.diff(this, n)

/** The differences of neighbours, taken [n] times. */
public fun LongArray.diff(n: Int = 1): LongArray = Cumulus.diff(this, n)

/** The differences of neighbours, taken [n] times. */
public fun FloatArray.diff(n: Int = 1): FloatArray = Cumulus.diff(this, n)

/** The differences of neighbours, taken [n] times. */
public fun DoubleArray.diff(n: Int = 1): DoubleArray = Cumulus.diff(this, n)

/**
 * These lengths as offsets: an exclusive sum with the total at its end.
 *
 * @throws ArithmeticException if an offset does not fit
 */
public fun IntArray.offsets(): IntArray = Cumulus.offsets(this)

/**
 * These lengths as offsets: an exclusive sum with the total at its end.
 *
 * @throws ArithmeticException if an offset does not fit
 */
public fun LongArray.offsets(): LongArray = Cumulus.offsets(this)

/** The cumulative sum in 64 bits, as NumPy adds unsigned numbers. */
@ExperimentalUnsignedTypes
public fun UByteArray.cumsum(): ULongArray =
    Cumulus.cumsum(LongArray(size) { this[it].toLong() }).asULongArray()

/** The cumulative sum in 64 bits, as NumPy adds unsigned numbers. */
@ExperimentalUnsignedTypes
public fun UShortArray.cumsum(): ULongArray =
    Cumulus.cumsum(LongArray(size) { this[it].toLong() }).asULongArray()

/** The cumulative sum in 64 bits, as NumPy adds unsigned numbers. */
@ExperimentalUnsignedTypes
public fun UIntArray.cumsum(): ULongArray =
    Cumulus.cumsum(LongArray(size) { this[it].toLong() }).asULongArray()

/** The cumulative sum, modulo 2^64. */
@ExperimentalUnsignedTypes
public fun ULongArray.cumsum(): ULongArray = Cumulus.cumsum(asLongArray()).asULongArray()
