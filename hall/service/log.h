#pragma once

namespace starqueue::hall {

/// One line an event on standard error: as text, or as a JSON object {time, level, message}.
void logToStandardError(bool asJson);

} // namespace starqueue::hall
