package org.cumulus.kotlin

import org.cumulus.Cumulus
import kotlin.time.Duration

/** The running totals, of a range for example, in 64 bits. */
@JvmName("cumsumOfInts")
public fun Iterable<Int>.cumsum(): List<Long> = Cumulus.cumsum(toList().toIntArray()).asList()

/** The running totals, one by one as they are asked for. */
@JvmName("cumsumOfInts")
public fun Sequence<Int>.cumsum(): Sequence<Long> =
    runningFold(0L) { sum, element -> sum + element }.drop(1)

/** The running totals, of a range for example. */
@JvmName("cumsumOfLongs")
public fun Iterable<Long>.cumsum(): List<Long> = Cumulus.cumsum(toList().toLongArray()).asList()

/** The running totals, one by one as they are asked for. */
@JvmName("cumsumOfLongs")
public fun Sequence<Long>.cumsum(): Sequence<Long> =
    runningFold(0L) { sum, element -> sum + element }.drop(1)

/** The running totals, of a range for example. */
@JvmName("cumsumOfFloats")
public fun Iterable<Float>.cumsum(): List<Float> = Cumulus.cumsum(toList().toFloatArray()).asList()

/** The running totals, one by one as they are asked for. */
@JvmName("cumsumOfFloats")
public fun Sequence<Float>.cumsum(): Sequence<Float> =
    runningFold(-0.0f) { sum, element -> sum + element }.drop(1)

/** The running totals, of a range for example. */
@JvmName("cumsumOfDoubles")
public fun Iterable<Double>.cumsum(): List<Double> = Cumulus.cumsum(toList().toDoubleArray()).asList()

/** The running totals, one by one as they are asked for. */
@JvmName("cumsumOfDoubles")
public fun Sequence<Double>.cumsum(): Sequence<Double> =
    runningFold(-0.0) { sum, element -> sum + element }.drop(1)

/**
 * The running totals of times.
 *
 * @throws IllegalArgumentException if infinite times of both signs meet
 */
@JvmName("cumsumOfDurations")
public fun Iterable<Duration>.cumsum(): List<Duration> =
    runningFold(Duration.ZERO) { sum, element -> sum + element }.drop(1)
