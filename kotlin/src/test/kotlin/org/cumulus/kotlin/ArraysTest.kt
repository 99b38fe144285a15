package org.cumulus.kotlin

import kotlin.random.Random
import org.cumulus.DType
import org.cumulus.NDArray
import org.cumulus.Operator
import org.cumulus.Order
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test

/** What the functions on arrays give, beside loops that are obviously right. */
class ArraysTest {
    private val a = ndarray(arrayOf(intArrayOf(2, 4, 6), intArrayOf(1, 3, 5)))

    @Test
    fun namedArgumentsReachTheirParameters() {
        assertEquals("[[2 4 6]\n [3 7 11]]".lines(), a.cumsum(axis = 0).rows())
        assertEquals("[[2 6 12]\n [1 4 9]]".lines(), a.cumsum(axis = 1).rows())
        assertEquals(listOf(2L, 6L, 12L, 13L, 16L, 21L), a.cumsum().toLongs().asList())
        assertEquals(DType.FLOAT32, a.cumsum(dtype = DType.FLOAT32).dtype())
        val out = ndarray(LongArray(6))
        assertSame(out, a.cumsum(out = out))
        assertEquals(21, out.getLong(5))
        assertEquals(listOf(2L, 8L, 48L), ndarray(intArrayOf(2, 4, 6)).cumprod().toLongs().asList())
        assertEquals(
            listOf(0L, 2L, 6L, 12L),
            ndarray(intArrayOf(2, 4, 6)).cumulativeSum(includeInitial = true).toLongs().asList(),
        )
        assertEquals(
            listOf(1L, 2L, 8L, 48L),
            ndarray(intArrayOf(2, 4, 6)).cumulativeProd(includeInitial = true).toLongs().asList(),
        )
        assertEquals(listOf(1L, 2L), ndarray(intArrayOf(1, 2, 4)).diff().toLongs().asList())
        assertEquals(listOf(1L), ndarray(intArrayOf(1, 2, 4)).diff(n = 2).toLongs().asList())
        assertEquals(listOf(1L, 1L, 2L), ndarray(intArrayOf(1, 2, 4)).diff(prepend = 0).toLongs().asList())
        val gaps = ndarray(doubleArrayOf(1.0, Double.NaN, 2.0))
        assertArrayEquals(doubleArrayOf(1.0, 1.0, 3.0), gaps.nancumsum().toDoubles())
        assertArrayEquals(doubleArrayOf(1.0, 1.0, 2.0), gaps.nancumprod().toDoubles())
        assertEquals(kotlin.math.ln(2.0), ndarray(doubleArrayOf(0.0, 0.0)).logcumsumexp().getDouble(1), 1e-15)
    }

    @Test
    fun extremesAreTakenApart() {
        val (highs, at) = ndarray(intArrayOf(3, 1, 4, 1, 5)).cummax()
        assertEquals(listOf(3L, 3L, 4L, 4L, 5L), highs.toLongs().asList())
        assertEquals(listOf(0L, 0L, 2L, 2L, 4L), at.toLongs().asList())
        val (lows, _) = a.cummin(axis = 0)
        assertEquals(listOf(2L, 4L, 6L, 1L, 3L, 5L), lows.toLongs().asList())
    }

    @Test
    fun aScanHasEveryMode() {
        val values = intArrayOf(2, 4, 6)
        assertEquals(listOf(0L, 2L, 6L), scan(values, exclusive = true).toLongs().asList())
        assertEquals(listOf(12L, 10L, 6L), scan(values, reverse = true).toLongs().asList())
        assertEquals(listOf(5L, 7L, 11L, 17L), scan(values, initial = 5, includeInitial = true).toLongs().asList())
        assertEquals(listOf(2L, 4L, 8L), scan(values, keys = intArrayOf(7, 8, 7)).toLongs().asList())
        assertEquals(listOf(2L, 8L, 48L), scan(values, Operator.MULTIPLY).toLongs().asList())
        assertEquals(DType.INT16, scan(values, dtype = DType.INT16).dtype())
        val cancelling = doubleArrayOf(1e16, 1.0, -1e16)
        assertEquals(1.0, scan(cancelling, order = Order.EXACT).getDouble(2))
        assertEquals(listOf(2L, 4L, 6L, 3L, 7L, 11L), scan(a, axis = 0).toLongs().asList())
        val out: NDArray = ndarray(LongArray(3))
        assertSame(out, scan(values, out = out))
    }

    @Test
    fun primitiveArraysAreSummedAsALoopDoes() {
        val random = Random(20261201)
        for (size in listOf(0, 1, 2, 7, 8, 9, 100)) {
            val doubles = DoubleArray(size) { random.nextDouble(-1.0, 1.0) }
            var sum = -0.0
            assertArrayEquals(DoubleArray(size) { sum += doubles[it]; sum }, doubles.cumsum(), "size $size")
            val ints = IntArray(size) { random.nextInt() }
            var total = 0L
            assertArrayEquals(LongArray(size) { total += ints[it]; total }, ints.cumsum(), "size $size")
            assertEquals(ints.asList(), ints.cumsum().diff(1).let { rest ->
                if (size == 0) listOf() else listOf(ints[0]) + rest.map { it.toInt() }
            })
            val bytes = ints.map { it.toByte() }.toByteArray()
            total = 0
            assertArrayEquals(LongArray(size) { total += bytes[it]; total }, bytes.cumsum())
            val flags = BooleanArray(size) { ints[it] > 0 }
            total = 0
            assertArrayEquals(LongArray(size) { if (flags[it]) total++; total }, flags.cumsum())
        }
        assertArrayEquals(intArrayOf(0, 2, 6, 12), intArrayOf(2, 4, 6).offsets())
        assertArrayEquals(longArrayOf(0, 2, 6), longArrayOf(2, 4).offsets())
        assertArrayEquals(floatArrayOf(1f, 3f), floatArrayOf(1f, 2f).cumsum())
        assertArrayEquals(longArrayOf(3, 6), shortArrayOf(3, 2).cumprod())
    }

    @Test
    @OptIn(ExperimentalUnsignedTypes::class)
    fun unsignedNumbersStayUnsigned() {
        val most = UInt.MAX_VALUE
        assertEquals(listOf(most.toULong(), most.toULong() * 2u), uintArrayOf(most, most).cumsum().asList())
        assertEquals(listOf(255uL, 510uL), ubyteArrayOf(255u, 255u).cumsum().asList())
        assertEquals(listOf(65535uL, 65536uL), ushortArrayOf(65535u, 1u).cumsum().asList())
        assertEquals(listOf(ULong.MAX_VALUE, 0uL), ulongArrayOf(ULong.MAX_VALUE, 1u).cumsum().asList())
    }

    private fun NDArray.rows(): List<String> = toString().replace(Regex(" +"), " ").replace("[ ", "[").lines()
}
