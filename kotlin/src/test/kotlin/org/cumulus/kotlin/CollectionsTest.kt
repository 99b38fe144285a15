package org.cumulus.kotlin

import kotlin.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Ranges, collections, sequences and times. */
class CollectionsTest {
    @Test
    fun rangesAndListsGiveLists() {
        assertEquals(listOf(1L, 3L, 6L, 10L), (1..4).cumsum())
        assertEquals(listOf(4L, 6L), (4 downTo 2 step 2).cumsum())
        assertEquals(listOf(Int.MAX_VALUE.toLong(), 2L * Int.MAX_VALUE), listOf(Int.MAX_VALUE, Int.MAX_VALUE).cumsum())
        assertEquals(listOf(0.5, 0.75, 4.75), listOf(0.5, 0.25, 4.0).cumsum())
        assertEquals(listOf(0.5f, 0.75f), listOf(0.5f, 0.25f).cumsum())
        assertEquals(listOf<Long>(), listOf<Long>().cumsum())
    }

    @Test
    fun sequencesAreLazy() {
        assertEquals(listOf(1L, 3L, 6L), generateSequence(1) { it + 1 }.cumsum().take(3).toList())
        assertEquals(listOf(0.5, 0.75), sequenceOf(0.5, 0.25).cumsum().toList())
        assertEquals(listOf(0.5f), sequenceOf(0.5f).cumsum().toList())
        assertEquals(listOf(2L, 5L), sequenceOf(2L, 3L).cumsum().toList())
    }

    @Test
    fun theFirstElementIsKeptToTheBit() {
        assertEquals((-0.0).toRawBits(), sequenceOf(-0.0).cumsum().first().toRawBits())
        assertEquals((-0.0).toRawBits(), listOf(-0.0).cumsum().first().toRawBits())
    }

    @Test
    fun timesAddUp() {
        assertEquals(listOf(1.minutes, 90.seconds), listOf(1.minutes, 30.seconds).cumsum())
        assertThrows(IllegalArgumentException::class.java) { listOf(Duration.INFINITE, -Duration.INFINITE).cumsum() }
    }
}
