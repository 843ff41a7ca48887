#include <client/command_line.h>
#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/preview/sample_ticket.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/simulators/paper/logo_file.h>
#include <firmware-bridge/simulators/paper/paper_picture.h>
#include <firmware-bridge/simulators/paper/png_file.h>
#include <firmware-bridge/ticket/template_reader.h>
#include <firmware-bridge/ticket/ticket_layout.h>
#include <firmware-bridge/ticket/ticket_lines.h>

#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using namespace starqueue;
using bridge::PrintedTicket;
using bridge::PrinterProfile;
using Problem = tl::unexpected<QStringList>;

constexpr int kFailed = 1;

struct Options
{
    const QCommandLineOption config{u"config"_s, u"For the printers of this bridge.toml."_s, u"FILE"_s};
    const QCommandLineOption printer{u"printer"_s, u"Which of them; default: the first."_s, u"ID"_s};
    const QCommandLineOption profile{u"profile"_s, u"Without --config: a known profile, or a file."_s,
                                     u"NAME"_s, u"epson-tm"_s};
    const QCommandLineOption columns{u"columns"_s, u"Without --config: 48 or 32."_s, u"N"_s, u"48"_s};
    const QCommandLineOption layout{u"template"_s, u"The template, instead of the printer's."_s, u"FILE"_s};
    const QCommandLineOption language{u"language"_s, u"The customer's: zh or en."_s, u"WORD"_s, u"zh"_s};
    const QCommandLineOption hall{u"hall"_s, u"The hall's name."_s, u"TEXT"_s};
    const QCommandLineOption service{u"service"_s, u"The service's name."_s, u"TEXT"_s};
    const QCommandLineOption url{u"url"_s, u"What the QR code leads to."_s, u"URL"_s};
    const QCommandLineOption reprint{u"reprint"_s, u"A ticket that is printed again."_s};
    const QCommandLineOption logo{u"logo"_s, u"A picture, as if the printer held it."_s, u"FILE"_s};
    const QCommandLineOption storeLogo{
        u"store-logo"_s, u"Write the bytes that put --logo into a printer's memory."_s, u"FILE"_s};
    const QCommandLineOption bytes{u"bytes"_s, u"Write what the printer is sent."_s, u"FILE"_s};
    const QCommandLineOption show{
        u"show"_s,
        u"Instead of a sample: the last paper of what a printer received (starqueue-devices --record)."_s,
        u"FILE"_s};
    const QCommandLineOption screenshot{u"screenshot"_s, u"Write the paper as PNG."_s, u"FILE"_s};
};

QStringList linesOf(const formats::SettingProblems& problems)
{
    return QString::fromStdString(formats::errorMessage(problems)).split(u'\n');
}

tl::expected<PrinterProfile, QStringList> configuredProfile(const QCommandLineParser& parser,
                                                            const Options& options)
{
    const auto config = bridge::loadBridgeConfig(parser.value(options.config));
    if (!config)
        return Problem(config.error());
    const QString id = parser.value(options.printer);
    const auto printer = std::find_if(config->printers.begin(), config->printers.end(),
                                      [&id](const auto& one) { return id.isEmpty() || one.id == id; });
    if (printer == config->printers.end())
        return Problem(
            QStringList{u"there is no printer \"%1\" in %2"_s.arg(id, parser.value(options.config))});
    return printer->profile;
}

tl::expected<PrinterProfile, QStringList> namedProfile(const QCommandLineParser& parser,
                                                       const Options& options)
{
    auto profile = bridge::loadProfile(parser.value(options.profile), u"."_s);
    if (!profile)
        return Problem(linesOf(profile.error()));
    constexpr int kDotsAColumn = 12;
    profile->columns = parser.value(options.columns).toInt();
    if (profile->columns != 48 && profile->columns != 32)
        return Problem(
            QStringList{u"--columns %1: right would be 48 or 32"_s.arg(parser.value(options.columns))});
    profile->dots = profile->columns * kDotsAColumn;
    return *profile;
}

tl::expected<PrinterProfile, QStringList> profileFor(const QCommandLineParser& parser, const Options& options)
{
    auto profile =
        parser.isSet(options.config) ? configuredProfile(parser, options) : namedProfile(parser, options);
    if (!profile || !parser.isSet(options.layout))
        return profile;
    const QString name = parser.value(options.layout);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Problem(QStringList{u"%1: %2"_s.arg(name, file.errorString())});
    auto layout = bridge::parseTicketTemplate(file.readAll().toStdString(), name.toStdString(), *profile);
    if (!layout)
        return Problem(linesOf(layout.error()));
    profile->layout = *std::move(layout);
    return profile;
}

PrintedTicket ticketFor(const QCommandLineParser& parser, const Options& options)
{
    const bool isEnglish = parser.value(options.language) == "en"_L1;
    PrintedTicket ticket =
        bridge::sampleTicket(isEnglish ? PrintedTicket::Language::English : PrintedTicket::Language::Chinese);
    if (parser.isSet(options.hall))
        ticket.hall = parser.value(options.hall);
    if (parser.isSet(options.service))
        ticket.service = parser.value(options.service);
    if (parser.isSet(options.url))
        ticket.statusUrl = parser.value(options.url);
    ticket.reprint = parser.isSet(options.reprint);
    return ticket;
}

QString writeFile(const QString& name, const QByteArray& bytes)
{
    QFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? QString() : u"%1: %2"_s.arg(name, file.errorString());
}

void sayCost(const PrintedTicket& ticket, PrinterProfile profile)
{
    QTextStream out(stdout);
    const bridge::TicketCost cost = bridge::costOf(ticket, profile);
    out << cost.bytes << " bytes";
    if (cost.rasterBytes > 0)
        out << ", " << cost.rasterBytes << " of them for letters that the printer doesn't have ("
            << QString::number(cost.rasterSeconds, 'f', 2) << " s at its " << profile.baud << " baud)";
    for (const int baud : {9600, 19200, 115200}) {
        profile.baud = baud;
        out << (baud == 9600 ? ": " : ", ")
            << QString::number(bridge::costOf(ticket, profile).seconds, 'f', 2) << " s at " << baud
            << " baud";
    }
    out << '\n';
    if (!ticket.statusUrl.isEmpty() && bridge::isLoopback(ticket.statusUrl))
        out << "no QR code: " << ticket.statusUrl
            << " leads to the hall's own machine; no phone can open it\n";
}

tl::expected<QByteArray, QString> readBytes(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1: %2"_s.arg(name, file.errorString()));
    return file.readAll();
}

/// Puts the logo into the paper's printer, and into the file for a real one. Empty: done.
QString useLogo(const QCommandLineParser& parser, const Options& options, PrinterProfile& profile,
                simulators::PaperPicture& paper)
{
    if (!parser.isSet(options.logo))
        return {};
    const auto logo = simulators::readLogo(parser.value(options.logo), profile.dots);
    if (!logo)
        return logo.error();
    const QByteArray store = simulators::storeLogoCommand(*logo);
    paper.feed(store.toStdString());
    profile.logo = std::max(profile.logo, 1);
    return parser.isSet(options.storeLogo) ? writeFile(parser.value(options.storeLogo), store) : QString();
}

/// What the printer is sent: a sample, or what was recorded.
tl::expected<QByteArray, QString> bytesFor(const QCommandLineParser& parser, const Options& options,
                                           const PrinterProfile& profile)
{
    if (parser.isSet(options.show))
        return readBytes(parser.value(options.show));
    const PrintedTicket ticket = ticketFor(parser, options);
    sayCost(ticket, profile);
    return bridge::layOutTicket(ticket, profile);
}

/// Empty: done.
QString writeAll(const QCommandLineParser& parser, const Options& options, PrinterProfile profile)
{
    simulators::PaperPicture paper(profile.dots);
    if (const QString fault = useLogo(parser, options, profile, paper); !fault.isEmpty())
        return fault;
    const auto bytes = bytesFor(parser, options, profile);
    if (!bytes)
        return bytes.error();
    paper.feed(bytes->toStdString());
    if (parser.isSet(options.bytes))
        if (const QString fault = writeFile(parser.value(options.bytes), *bytes); !fault.isEmpty())
            return fault;
    const auto tickets = paper.tickets();
    if (!parser.isSet(options.screenshot))
        return {};
    return tickets.empty() ? u"nothing is on the paper"_s
                           : simulators::writePng(tickets.back(), parser.value(options.screenshot));
}

} // namespace

int main(int argc, char* argv[])
{
    client::CommandLine line(
        u"starqueue-ticket"_s,
        u"Checks a ticket's template for a printer, says what it takes, and shows the paper."_s, argc, argv);
    const QCommandLineParser& parser = line.parser();
    const Options options;
    line.addOptions({options.config, options.printer, options.profile, options.columns, options.layout,
                     options.language, options.hall, options.service, options.url, options.reprint,
                     options.logo, options.storeLogo, options.bytes, options.show, options.screenshot});
    if (const auto status = line.parse())
        return *status;
    if (const QString word = parser.value(options.language); word != "zh"_L1 && word != "en"_L1)
        return line.wrongUse(u"--language %1: right would be zh or en"_s.arg(word));
    const auto profile = profileFor(parser, options);
    if (!profile)
        return line.wrongUse(profile.error());
    const QCoreApplication app(argc, argv);
    if (const QString fault = writeAll(parser, options, *profile); !fault.isEmpty()) {
        qCritical().noquote() << fault;
        return kFailed;
    }
    return 0;
}
