#include <firmware-bridge/profiles/profile_reader.h>

#include <firmware-bridge/profiles/known_profiles.h>
#include <firmware-bridge/profiles/status_map_reader.h>
#include <formats/toml/parse.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;
using formats::TableReader;

const std::vector<std::pair<std::string_view, PrintProof>> kProofs{
    {"process-id", PrintProof::ProcessId},
    {"sensor", PrintProof::Sensor},
    {"presenter", PrintProof::Presenter},
    {"none", PrintProof::None},
};
const std::vector<std::pair<std::string_view, ClearCommand>> kClears{
    {"none", ClearCommand::None},
    {"real-time", ClearCommand::RealTime},
    {"recovery", ClearCommand::Recovery},
    {"custom-reset", ClearCommand::CustomReset},
};
const std::vector<std::pair<std::string_view, RecoveryCommand>> kRecoveries{
    {"none", RecoveryCommand::None},
    {"resume", RecoveryCommand::Resume},
    {"clear", RecoveryCommand::Clear},
};

constexpr std::string_view kCodePages[]{"cp437",  "cp850",  "cp852",  "cp858",    "cp862",
                                        "cp864",  "cp866",  "cp874",  "cp1251",   "cp1252",
                                        "cp1253", "cp1255", "cp1256", "iso8859-7"};

void readPaper(TableReader& paper, PrinterProfile& profile)
{
    profile.columns = paper.whole("columns", {16, 96}, profile.columns);
    profile.dots = paper.whole("dots", {128, 1024}, profile.dots);
    profile.cutter = paper.yesNo("cutter", profile.cutter);
    profile.qr = paper.yesNo("qr", profile.qr);
    profile.qrEccBase = paper.whole("qr_ecc_base", {0, 255}, profile.qrEccBase);
    profile.chinese = paper.yesNo("chinese", profile.chinese);
    profile.bootsInChinese = paper.yesNo("boots_in_chinese", profile.bootsInChinese);
    profile.nearEndSensor = paper.yesNo("near_end_sensor", profile.nearEndSensor);
    profile.buffer = paper.whole("buffer", {16, 1 << 20}, profile.buffer);
    paper.section("code_pages", [&profile](TableReader& pages) {
        for (const std::string_view name : kCodePages)
            if (const auto number = pages.wholeIfAny(name, {0, 255}))
                profile.codePages[QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))] =
                    *number;
    });
}

void readAnswers(TableReader& answers, PrinterProfile& profile)
{
    profile.status = answers.yesNo("status", profile.status);
    profile.automaticStatus = answers.yesNo("automatic_status", profile.automaticStatus);
    profile.statusInOrder = answers.yesNo("status_in_order", profile.statusInOrder);
    profile.proof = answers.choice<PrintProof>("proof", kProofs, profile.proof);
    profile.clear = answers.choice<ClearCommand>("clear", kClears, profile.clear);
    profile.recovery = answers.choice<RecoveryCommand>("recovery", kRecoveries, profile.recovery);
    profile.recoveryInTicket =
        answers.choice<RecoveryCommand>("recovery_in_ticket", kRecoveries, profile.recoveryInTicket);
}

void readPresenter(TableReader& table, PresenterProfile& presenter)
{
    using Kind = PresenterProfile::Kind;
    using Untaken = PresenterProfile::Untaken;
    presenter.kind = table.choice<Kind>(
        "kind", {{"none", Kind::None}, {"custom", Kind::Custom}, {"citizen", Kind::Citizen}}, presenter.kind);
    presenter.untaken = table.choice<Untaken>(
        "untaken", {{"hold", Untaken::Hold}, {"retract", Untaken::Retract}, {"eject", Untaken::Eject}},
        presenter.untaken);
    presenter.untakenAfter = std::chrono::seconds(
        table.whole("untaken_after_s", {1, 600}, static_cast<int>(presenter.untakenAfter.count())));
    presenter.retractsAfter = std::chrono::seconds(
        table.whole("retracts_after_s", {0, 120}, static_cast<int>(presenter.retractsAfter.count())));
    presenter.printsOverWaiting = table.yesNo("prints_over_waiting", presenter.printsOverWaiting);
    presenter.presentSteps = table.whole("present_steps", {0, 255}, presenter.presentSteps);
}

PrinterProfile readProfile(TableReader& file)
{
    PrinterProfile profile;
    profile.source = QString::fromStdString(file.text("source", ""));
    file.section("paper", [&profile](TableReader& paper) { readPaper(paper, profile); });
    file.section("answers", [&profile](TableReader& answers) { readAnswers(answers, profile); });
    file.section("presenter",
                 [&profile](TableReader& presenter) { readPresenter(presenter, profile.presenter); });
    if (file.has("status"))
        profile.statusMaps.clear();
    file.eachOf("status",
                [&profile](TableReader& status) { profile.statusMaps.push_back(readStatusMap(status)); });
    file.finish();
    return profile;
}

formats::SettingProblem noSuchProfile(const QString& nameOrPath)
{
    return {nameOrPath.toStdString(), 0, "profile", nameOrPath.toStdString(),
            "is neither a known profile nor a file; right would be one of: " +
                knownProfiles().join(u", "_s).toStdString()};
}

} // namespace

tl::expected<PrinterProfile, formats::SettingProblems> parseProfile(const QByteArray& text,
                                                                    const QString& file)
{
    formats::Diagnostics diagnostics;
    diagnostics.file = QFileInfo(file).fileName().toStdString();
    const auto root = formats::parseToml(text.toStdString(), diagnostics.file);
    if (!root)
        return tl::unexpected(formats::SettingProblems{root.error()});
    TableReader table(*root, "", diagnostics);
    PrinterProfile profile = readProfile(table);
    profile.name = QFileInfo(file).completeBaseName();
    if (!diagnostics.problems.empty())
        return tl::unexpected(diagnostics.problems);
    return profile;
}

tl::expected<PrinterProfile, formats::SettingProblems> loadProfile(const QString& nameOrPath,
                                                                   const QString& folder)
{
    if (const QByteArray known = knownProfileText(nameOrPath); !known.isEmpty())
        return parseProfile(known, nameOrPath + u".toml"_s);
    QFile file(QDir(folder).absoluteFilePath(nameOrPath));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(formats::SettingProblems{noSuchProfile(nameOrPath)});
    return parseProfile(file.readAll(), nameOrPath);
}

PrinterProfile overridden(PrinterProfile profile, TableReader& printer)
{
    profile.columns = printer.oneOf("columns", {32, 42, 48}, profile.columns);
    if (printer.has("columns"))
        profile.dots = profile.columns == 42 ? 512 : profile.columns * 12;
    profile.cutter = printer.yesNo("cutter", profile.cutter);
    profile.qr = printer.yesNo("qr", profile.qr);
    profile.chinese = printer.yesNo("chinese", profile.chinese);
    profile.status = printer.yesNo("status", profile.status);
    profile.nearEndSensor = printer.yesNo("near_end_sensor", profile.nearEndSensor);
    const bool processId = printer.yesNo("process_id", profile.proof == PrintProof::ProcessId);
    const bool sensor = printer.yesNo("paper_status", profile.proof != PrintProof::None);
    if (profile.proof == PrintProof::ProcessId && !processId)
        profile.proof = PrintProof::Sensor;
    if (profile.proof == PrintProof::Sensor && !sensor)
        profile.proof = PrintProof::None;
    profile.logo = printer.whole("logo", {0, 255}, profile.logo);
    profile.rasterRows = printer.yesNo("raster_rows", profile.rasterRows);
    if (profile.rasterRows && !profile.status)
        printer.refuse("raster_rows",
                       "must be false for a printer without status: paper that ends within a row "
                       "of dots makes it take the next tickets for dots");
    profile.trustWrites =
        printer.choice<bool>("trust", {{"status", false}, {"writes", true}}, profile.trustWrites);
    profile.confirmWithin = std::chrono::seconds(printer.whole(
        "confirm_seconds", {1, 120},
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(profile.confirmWithin).count())));
    return profile;
}

} // namespace starqueue::bridge
