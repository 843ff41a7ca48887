#pragma once

#include <journeys/journey_report.h>

#include <client/command_line.h>

#include <QCommandLineParser>

#include <functional>

namespace starqueue::journey {

/// The main() of a journey without a window of its own: reads `options` and --programs, which must be named,
/// lets `run` have them, prints its report and returns the exit status.
[[nodiscard]] int runJourney(client::CommandLine& line, int& argc, char** argv,
                             const QList<QCommandLineOption>& options,
                             const std::function<JourneyReport(const QCommandLineParser&)>& run);

} // namespace starqueue::journey
