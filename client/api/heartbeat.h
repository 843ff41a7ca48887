#pragma once

#include <client/api/requests.h>

#include <QJsonArray>

namespace starqueue::client::api {

/// A counter's window says that it is there.
struct WindowBeat
{
    QString counter{};
    QString window{};       ///< an id of its own, new at each start
    bool takesOver = false; ///< whichever window has the counter loses it
    bool waits = false;     ///< it was refused before
};

[[nodiscard]] inline Command heartbeat(const WindowBeat& beat)
{
    return {"POST",
            QString::fromLatin1("/heartbeat"),
            {{"does", "calls"},
             {"of", QJsonArray{beat.counter}},
             {"window", beat.window},
             {"takesOver", beat.takesOver},
             {"waits", beat.waits}}};
}

} // namespace starqueue::client::api
