#pragma once

#include <client/ui/theme_colours.h>

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

/// What a hall may bring of its own: colours, a logo, a typeface.
struct ThemeData
{
    ThemeColours colours;
    QString fontFamily = u"Noto Sans CJK SC"_s;
    QUrl logo; ///< a PNG file; empty: none is shown
};

/// Reads a theme file (TOML): `logo`, `font`, and `[colours]` by the names of ThemeColours as
/// "#rrggbb". What it leaves out stays as StarQueue's own. A relative logo lies beside the file.
/// The error names file, line, key, value and what would be right; a pair of text and ground
/// below 7:1 is one.
[[nodiscard]] tl::expected<ThemeData, QString> readThemeFile(const QString& path);

} // namespace starqueue::ui
