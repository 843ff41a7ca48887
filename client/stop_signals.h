#pragma once

#include <functional>

namespace starqueue::client {

/// SIGTERM and SIGINT quit the running QCoreApplication from its event loop, so that everything
/// that was opened is closed. Call once, from main(), after the application was made.
void quitOnStopSignals();

/// The same, but the first of them calls `stop`, which quits when it has finished what it does; a second one
/// quits at once.
void callOnStopSignals(std::function<void()> stop);

} // namespace starqueue::client
