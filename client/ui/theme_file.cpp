#include <client/ui/theme_file.h>

#include <QDir>
#include <QFileInfo>

#include <toml++/toml.h>

namespace starqueue::ui {

namespace {

QString place(const QString& path, const toml::source_region& source)
{
    return QStringLiteral("%1:%2: ").arg(path).arg(source.begin.line);
}

QString text(const toml::node& node)
{
    return QString::fromStdString(node.value_or(std::string()));
}

tl::expected<void, QString> takeColour(ThemeColours& colours, const QString& path, const toml::key& key,
                                       const toml::node& node)
{
    const std::string name(key.str());
    const QString value = text(node);
    const QColor colour = value.startsWith('#') && value.size() == 7 ? QColor(value) : QColor();
    if (!colour.isValid())
        return tl::unexpected(place(path, node.source()) +
                              QStringLiteral("colours.%1 = \"%2\" is no colour; write it as \"#0f1b2d\"")
                                  .arg(QString::fromStdString(name), value));
    if (!setColour(colours, name.c_str(), colour))
        return tl::unexpected(
            place(path, key.source()) +
            QStringLiteral("colours.%1 = \"%2\": there is no colour of that name; known are ink, "
                           "muted, ground, card, line, primary and the others of client/ui/theme_colours.h")
                .arg(QString::fromStdString(name), value));
    return {};
}

tl::expected<QUrl, QString> logoFile(const QString& path, const toml::node& node)
{
    const QFileInfo logo(QFileInfo(path).absoluteDir(), text(node));
    if (!logo.isReadable() || !logo.isFile())
        return tl::unexpected(place(path, node.source()) +
                              QStringLiteral("logo = \"%1\" can't be read; name a PNG file").arg(text(node)));
    return QUrl::fromLocalFile(logo.absoluteFilePath());
}

tl::expected<void, QString> takeSetting(ThemeData& theme, const QString& path, const toml::key& key,
                                        const toml::node& node)
{
    if (key == "colours" && node.is_table()) {
        for (const auto& [name, value] : *node.as_table()) {
            if (auto taken = takeColour(theme.colours, path, name, value); !taken)
                return taken;
        }
        return {};
    }
    if (key == "font" && node.is_string()) {
        theme.fontFamily = text(node);
        return {};
    }
    if (key == "logo" && node.is_string()) {
        auto logo = logoFile(path, node);
        if (logo)
            theme.logo = *logo;
        return logo ? tl::expected<void, QString>() : tl::unexpected(logo.error());
    }
    return tl::unexpected(place(path, key.source()) +
                          QStringLiteral("'%1' is no setting of a theme; known are logo, font and [colours]")
                              .arg(QString::fromStdString(std::string(key.str()))));
}

tl::expected<toml::table, QString> parse(const QString& path)
{
    try {
        return toml::parse_file(path.toStdString());
    } catch (const toml::parse_error& error) {
        return tl::unexpected(place(path, error.source()) + QString::fromUtf8(error.description().data()));
    }
}

} // namespace

tl::expected<ThemeData, QString> readThemeFile(const QString& path)
{
    const auto table = parse(path);
    if (!table)
        return tl::unexpected(table.error());
    ThemeData theme;
    for (const auto& [key, node] : *table) {
        if (auto taken = takeSetting(theme, path, key, node); !taken)
            return tl::unexpected(taken.error());
    }
    if (const QStringList weak = weakPairs(theme.colours); !weak.isEmpty())
        return tl::unexpected(path + ": [colours]: " + weak.join(QStringLiteral("; ")));
    return theme;
}

} // namespace starqueue::ui
