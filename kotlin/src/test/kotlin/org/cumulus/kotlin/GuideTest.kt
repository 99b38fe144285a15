package org.cumulus.kotlin

import java.nio.file.Files
import java.nio.file.Path
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import org.cumulus.NDArray
import org.cumulus.Order
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** The expressions of the guide's page give what it says; they are written here as they are there. */
class GuideTest {
    @Test
    @OptIn(ExperimentalUnsignedTypes::class)
    fun expressionsGiveWhatThePageSays() {
        val a = ndarray(listOf(listOf(2, 4, 6), listOf(1, 3, 5)))
        val (highs, indices) = ndarray(listOf(3, 1, 4, 1, 5)).cummax()
        val results =
            listOf(
                "a.cumsum(axis = 0)" to a.cumsum(axis = 0),
                "a.cumsum()" to a.cumsum(),
                "a.cumprod(axis = 1)" to a.cumprod(axis = 1),
                "a.cumulativeSum(axis = 1, includeInitial = true)" to a.cumulativeSum(axis = 1, includeInitial = true),
                "highs" to highs,
                "indices" to indices,
                "doubleArrayOf(0.5, 0.25, 4.0).cumsum().toList()" to doubleArrayOf(0.5, 0.25, 4.0).cumsum().toList(),
                "intArrayOf(2, 4, 6).cumsum().toList()" to intArrayOf(2, 4, 6).cumsum().toList(),
                "intArrayOf(2, 4, 6).offsets().toList()" to intArrayOf(2, 4, 6).offsets().toList(),
                "ubyteArrayOf(255u, 255u).cumsum().toList()" to ubyteArrayOf(255u, 255u).cumsum().toList(),
                "(1..4).cumsum()" to (1..4).cumsum(),
                "generateSequence(1) { it + 1 }.cumsum().take(3).toList()" to
                    generateSequence(1) { it + 1 }.cumsum().take(3).toList(),
                "listOf(1.minutes, 30.seconds).cumsum()" to listOf(1.minutes, 30.seconds).cumsum(),
                "scan(intArrayOf(2, 4, 6), exclusive = true)" to scan(intArrayOf(2, 4, 6), exclusive = true),
                "scan(intArrayOf(2, 4, 6), reverse = true)" to scan(intArrayOf(2, 4, 6), reverse = true),
                "scan(intArrayOf(2, 4, 6), keys = intArrayOf(7, 8, 7))" to
                    scan(intArrayOf(2, 4, 6), keys = intArrayOf(7, 8, 7)),
                "scan(doubleArrayOf(1e16, 1.0, -1e16), order = Order.EXACT)" to
                    scan(doubleArrayOf(1e16, 1.0, -1e16), order = Order.EXACT),
            )
        val page = Files.readString(Path.of("../docs/guide/kotlin-and-scala.md"))
        val code = page.split("```kotlin\n").drop(1).joinToString("") { it.substringBefore("```") }
        val said =
            code.lines().filter { " // " in it }.map { it.substringBefore(" // ").trim() to it.substringAfter(" // ") }
        assertEquals(said, results.map { (text, result) -> text to written(result) })
    }

    @Test
    fun elementsAreReadAndWrittenByIndex() {
        val a = ndarray(listOf(listOf(2, 4, 6), listOf(1, 3, 5)))
        a[0, 1] = 7
        assertEquals(7, a[0, 1])
        assertEquals(7L, a.getLong(0, 1))
    }

    private fun written(result: Any): String = if (result is NDArray) nested(result.toArray()) else result.toString()

    private fun nested(array: Any?): String =
        when (array) {
            is Array<*> -> array.joinToString(", ", "[", "]") { nested(it) }
            is IntArray -> array.joinToString(", ", "[", "]")
            is LongArray -> array.joinToString(", ", "[", "]")
            is DoubleArray -> array.joinToString(", ", "[", "]")
            else -> array.toString()
        }
}
