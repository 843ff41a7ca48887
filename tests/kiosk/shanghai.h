#pragma once

#include <QTimeZone>

namespace starqueue::test {

/// The zone of the hall in tests; the machine's may be another.
inline const QTimeZone kShanghai("Asia/Shanghai");

} // namespace starqueue::test
