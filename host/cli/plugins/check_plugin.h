#pragma once

#include <QString>
#include <QTextStream>

#include <chrono>

namespace thalweg {

inline constexpr int checkLevels = 10;

/// Tests the behaviour of a plugin, level by level up to `level` (1 … checkLevels):
///
///  1. it loads
///  2. its nodes, parameters and ports are described
///  3. every node runs with its defaults, or refuses in words
///  4. and so with parameters of a wrong type, out of range and at the ends of their range
///  5. and so with plausible inputs; what it gives is sound
///  6. the same inputs give the same bits twice
///  7. and with 1, 2 and 8 threads
///  8. it stops within 100 ms of being asked to
///  9. objectives: gradients agree with differences, batches with the whole; values that are not finite do no harm
/// 10. many random inputs and parameters, several at once
///
/// Each level runs in a process of its own, `program check-plugin --child --level N LIBRARY`, so that a plugin that
/// crashes, hangs (in one trial for longer than `silence`) or exits is a finding like another. Writes `level N:
/// passed`, or a line `level N: FAILED: node x: …` a finding, to `out`. A level that fails keeps the next from being
/// tried only where the plugin does not load or the process did not live.
///
/// Returns the exit status: 0 all passed, 1 a level failed, 2 no such file, or it is not a plugin.
/// Needs a QCoreApplication.
int checkPlugin(const QString &library, int level, const QString &program, QTextStream &out,
    std::chrono::milliseconds silence = std::chrono::minutes(1));

/// What `--child` does: the checks of one level, reported on stdout to checkPlugin().
int checkPluginChild(const QString &library, int level);

} // namespace thalweg
