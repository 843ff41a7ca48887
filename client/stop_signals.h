#pragma once

namespace starqueue::client {

/// SIGTERM and SIGINT quit the running QCoreApplication from its event loop, so that everything
/// that was opened is closed. Call once, from main(), after the application was made.
void quitOnStopSignals();

} // namespace starqueue::client
