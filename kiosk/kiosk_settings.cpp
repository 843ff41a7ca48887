#include <kiosk/kiosk_settings.h>

#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <QFile>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

using client::ScannerProfile;
using formats::TableReader;

namespace {

constexpr TableReader::Range kGap{10, 500};

ScannerProfile::Kind readKind(TableReader& table)
{
    using client::api::IdentityKind;
    ScannerProfile::Kind kind{
        QRegularExpression(QString::fromStdString(table.text("pattern"))),
        table.choice<IdentityKind>("kind", {{"card", IdentityKind::Card}, {"scan", IdentityKind::Scan}},
                                   IdentityKind::Card)};
    if (!table.refused("pattern") && !kind.pattern.isValid())
        table.refuse("pattern", "is no regular expression: " + kind.pattern.errorString().toStdString());
    table.finish();
    return kind;
}

ScannerProfile readScanner(TableReader& table)
{
    using Suffix = ScannerProfile::Suffix;
    ScannerProfile scanner;
    scanner.prefix = QString::fromStdString(table.text("prefix", std::string()));
    scanner.suffix = table.choice<Suffix>(
        "suffix", {{"enter", Suffix::Enter}, {"tab", Suffix::Tab}, {"none", Suffix::None}}, scanner.suffix);
    scanner.gap =
        std::chrono::milliseconds(table.whole("gap_ms", kGap, static_cast<int>(scanner.gap.count())));
    table.eachOf("kind", [&](TableReader& kind) { scanner.kinds.append(readKind(kind)); });
    table.finish();
    return scanner;
}

} // namespace

tl::expected<KioskSettings, QString> readKioskSettings(const QString& path)
{
    KioskSettings settings;
    if (path.isEmpty())
        return settings;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1: %2; name a kiosk.toml"_s.arg(path, file.errorString()));
    formats::Diagnostics diagnostics{path.toStdString(), {}, {}};
    const auto root = formats::parseToml(file.readAll().toStdString(), diagnostics.file);
    if (!root)
        return tl::unexpected(QString::fromStdString(formats::errorMessage(root.error())));
    TableReader table(*root, "", diagnostics);
    QList<ScannerProfile> scanners;
    table.eachOf("scanner", [&](TableReader& scanner) { scanners.append(readScanner(scanner)); });
    table.finish();
    if (!diagnostics.problems.empty())
        return tl::unexpected(QString::fromStdString(formats::errorMessage(diagnostics.problems)));
    if (!scanners.isEmpty())
        settings.scanners = scanners;
    return settings;
}

} // namespace starqueue::kiosk
