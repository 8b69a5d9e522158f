#pragma once

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstddef>

namespace thalweg {

/// Calls body(i) for i = 0 … count-1 on the threads of the run, each i once, in no order.
///
/// The loop is isolated: while a thread waits for it, it takes up no other node's work, so what it keeps in
/// thread-local memory across the loop is safe. What several i add up to must be combined in the order of i afterwards,
/// for the same bits on any number of threads.
template <class Body> void parallelFor(std::size_t count, const Body &body)
{
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t(0), count, body, tbb::simple_partitioner()); });
}

} // namespace thalweg
