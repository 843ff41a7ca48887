#pragma once

namespace starqueue::hall {

/// Logs one line an event to standard error: as text, or as a JSON object {time, level, message}.
void logToStandardError(bool asJson);

} // namespace starqueue::hall
