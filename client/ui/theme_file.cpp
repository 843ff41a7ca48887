#include <client/ui/theme_file.h>

#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaProperty>

namespace starqueue::ui {

namespace {

using namespace Qt::StringLiterals;
using formats::TableReader;

void readColours(TableReader& table, ThemeColours& colours)
{
    const QMetaObject& known = ThemeColours::staticMetaObject;
    for (int i = 0; i < known.propertyCount(); ++i) {
        const char* name = known.property(i).name();
        const auto written = table.textIfAny(name);
        if (!written)
            continue;
        const QString text = QString::fromStdString(*written);
        const QColor colour = text.startsWith(u'#') && text.size() == 7 ? QColor(text) : QColor();
        if (!colour.isValid() || !setColour(colours, name, colour))
            table.refuse(name, "is no colour; write it as \"#0f1b2d\"");
    }
}

QUrl readLogo(TableReader& table, const QString& themePath)
{
    const auto written = table.textIfAny("logo");
    if (!written)
        return {};
    const QFileInfo logo(QFileInfo(themePath).absoluteDir(), QString::fromStdString(*written));
    if (!logo.isReadable() || !logo.isFile())
        table.refuse("logo", "can't be read; name a PNG file");
    return QUrl::fromLocalFile(logo.absoluteFilePath());
}

ThemeData readTheme(TableReader& table, const QString& path)
{
    ThemeData theme;
    theme.fontFamily = QString::fromStdString(table.text("font", theme.fontFamily.toStdString()));
    theme.logo = readLogo(table, path);
    table.section("colours", [&theme](TableReader& colours) { readColours(colours, theme.colours); });
    table.finish();
    return theme;
}

} // namespace

tl::expected<ThemeData, QString> readThemeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1: %2; name a theme file (TOML)"_s.arg(path, file.errorString()));
    formats::Diagnostics diagnostics{path.toStdString(), {}, {}};
    const auto root = formats::parseToml(file.readAll().toStdString(), diagnostics.file);
    if (!root)
        return tl::unexpected(QString::fromStdString(formats::errorMessage(root.error())));
    TableReader table(*root, "", diagnostics);
    const ThemeData theme = readTheme(table, path);
    if (!diagnostics.problems.empty())
        return tl::unexpected(QString::fromStdString(formats::errorMessage(diagnostics.problems)));
    if (const QStringList weak = weakPairs(theme.colours); !weak.isEmpty())
        return tl::unexpected(path + u": [colours]: "_s + weak.join(u"; "_s));
    return theme;
}

} // namespace starqueue::ui
