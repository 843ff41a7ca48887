#pragma once

#include <QString>

namespace starqueue::client {

/// While this lives, a program that can't reach a display ends with one line on standard error and the status
/// 1, where Qt would abort and leave a core dump. Around the making of a QGuiApplication, and nothing else.
class DisplayNeeded
{
public:
    /// `name`: the program's. `otherwise`: how it runs without a display: "--headless".
    DisplayNeeded(const QString& name, const QString& otherwise);
    ~DisplayNeeded();
    DisplayNeeded(const DisplayNeeded&) = delete;
    DisplayNeeded& operator=(const DisplayNeeded&) = delete;
};

} // namespace starqueue::client
