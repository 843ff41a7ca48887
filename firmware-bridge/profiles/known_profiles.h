#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace starqueue::bridge {

/// The names of the profiles that come with the program.
[[nodiscard]] QStringList knownProfiles();

/// The text of profiles/NAME.toml; empty where there is none of that name.
[[nodiscard]] QByteArray knownProfileText(const QString& name);

} // namespace starqueue::bridge
