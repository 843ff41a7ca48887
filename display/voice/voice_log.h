#pragma once

#include <QLoggingCategory>

namespace starqueue::display {

Q_DECLARE_LOGGING_CATEGORY(lcVoice)

} // namespace starqueue::display
