#include <house/bridge/devices.h>

#include <firmware-bridge/ticket/ticket_words.h>

#include <algorithm>
#include <stdexcept>

namespace starqueue::house {

using namespace Qt::StringLiterals;
using bridge::FieldDeviceConfig;
using bridge::steadyNow;
using std::chrono::milliseconds;

namespace {

constexpr auto kLookEach = milliseconds{100};

/// As `starqueue init` writes it, with half of the counters. The second printer can't confirm a job by its
/// id.
constexpr auto kBridgeToml = R"(
[hall]
url = "http://hall"
token_file = "token"
[[printer]]
id = "printer-1"
kiosk = "1"
port = "printer-1"
baud = 19200
[[printer]]
id = "printer-2"
kiosk = "2"
port = "printer-2"
baud = 19200
process_id = false
[[bus]]
id = "bus-1"
port = "bus-1"
baud = 115200
[[display]]
id = "display-1"
bus = "bus-1"
address = 1
counter = "1"
[[display]]
id = "display-2"
bus = "bus-1"
address = 2
counter = "2"
[[display]]
id = "display-3"
bus = "bus-1"
address = 3
counter = "3"
[[panel]]
id = "panel-1"
bus = "bus-1"
address = 11
counter = "1"
[[panel]]
id = "panel-2"
bus = "bus-1"
address = 12
counter = "2"
[[panel]]
id = "panel-3"
bus = "bus-1"
address = 13
counter = "3"
[[keypad]]
id = "keypad-3"
bus = "bus-1"
address = 23
counter = "3"
)";

bridge::BridgeConfig configOfHouse()
{
    auto config = bridge::parseBridgeConfig(kBridgeToml, u"/no/such/folder/bridge.toml"_s);
    if (!config)
        throw std::runtime_error(config.error().join(u'\n').toStdString());
    return *std::move(config);
}

Fact factOf(const std::string& printer, const escpos::PaperTicket& paper, Agenda::Elapsed began)
{
    constexpr int kNames = 2; // so many times higher than other lines
    const auto isNumber = [](const escpos::PaperLine& line) { return line.height > kNames; };
    const auto isMark = [mark = bridge::reprintWords().toStdString()](const escpos::PaperLine& line) {
        return line.text == mark;
    };
    const auto& lines = paper.lines;
    const auto number = std::ranges::find_if(lines, isNumber);
    const auto marks = std::ranges::count_if(lines, isMark);
    constexpr auto kTitles = 2; // the hall's name, "your number"
    const auto before = number == lines.end() ? 0 : number - lines.begin() - marks - kTitles;
    std::string text = paper.plainText();
    std::ranges::replace(text, '\n', '|');
    return {printer,
            "printed",
            {{"number", number == lines.end() ? std::string() : number->text},
             {"numbers", std::ranges::count_if(lines, isNumber)},
             {"before", before},
             {"marked", marks},
             {"began", std::chrono::floor<milliseconds>(began).count()},
             {"text", text}}};
}

} // namespace

Devices::Devices(House& house) : m_house(house), m_config(configOfHouse()), m_ports(m_config)
{
    for (const auto& printer : m_config.printers)
        m_printers.push_back({.id = printer.id, .began = {}});
    for (const auto& device : m_config.devices) {
        if (device.kind == FieldDeviceConfig::Kind::Display)
            m_displays.push_back({.id = device.id});
        else
            m_panels.push_back({.id = device.id});
    }
    for (const char* what : {"paper ended in mid ticket", "a ticket was printed",
                             "a ticket was printed again", "a fragment was cut off", "a display was dark"})
        m_house.sometimes().expect(what);
}

QString Devices::anyPrinter(Random& random) const
{
    return m_printers[random.below(m_printers.size())].id;
}

QString Devices::anyBusDevice(Random& random) const
{
    return m_config.devices[random.below(m_config.devices.size())].id;
}

void Devices::look()
{
    std::ranges::for_each(m_printers, [this](Printer& printer) { lookAt(printer); });
    std::ranges::for_each(m_displays, [this](Display& display) { lookAt(display); });
    std::ranges::for_each(m_panels, [this](Panel& panel) { lookAt(panel); });
    m_house.agenda().after(kLookEach, [this] { look(); });
}

void Devices::lookAt(Printer& printer)
{
    const auto& model = m_ports.printer(printer.id).model();
    const auto& papers = model.tickets();
    printer.began.resize(papers.size(), m_house.agenda().now());
    for (; printer.told < papers.size() && papers[printer.told].cut; ++printer.told) {
        const Fact fact = factOf(printer.id.toStdString(), papers[printer.told], printer.began[printer.told]);
        m_house.sometimes().saw(fact.text("number").empty() ? "a fragment was cut off"
                                : fact.number("marked") > 0 ? "a ticket was printed again"
                                                            : "a ticket was printed");
        m_house.tell(fact);
    }
    if (!std::exchange(printer.isOut, model.paperOut()) && printer.isOut && isInMidTicket(printer.id))
        m_house.sometimes().saw("paper ended in mid ticket");
}

void Devices::lookAt(Display& display)
{
    const auto& device = m_ports.device(display.id);
    const int shownSeq = bridge::decodeDisplayReport(device.input(steadyNow()))->shownSeq;
    if (std::exchange(display.shownSeq, shownSeq) == shownSeq)
        return;
    const std::string name = display.id.toStdString();
    if (shownSeq == 0) {
        m_house.sometimes().saw("a display was dark");
        return m_house.tell({name, "is dark"});
    }
    const QJsonObject seen = device.seen(steadyNow());
    m_house.tell({name,
                  "shows",
                  {{"mode", seen[u"mode"].toString().toStdString()},
                   {"number", seen[u"number"].toString().toStdString()}}});
}

void Devices::lookAt(Panel& panel)
{
    const auto report = *bridge::decodePanelReport(m_ports.device(panel.id).input(steadyNow()));
    if (std::exchange(panel.released, report.acknowledgedSeq) != report.acknowledgedSeq)
        m_house.tell({panel.id.toStdString(),
                      "released",
                      {{"uid", bridge::uidText(report.uid).toStdString()},
                       {"epoch", report.epoch},
                       {"seq", report.acknowledgedSeq}}});
    if (!std::exchange(panel.isArmed, report.armed) && report.armed && onArmed)
        onArmed(panel.id);
}

bool Devices::press(const QString& panel, int button)
{
    simulators::SimulatedPanel& pressed = m_ports.panel(panel);
    const int token = pressed.seen(steadyNow())[u"token"].toInt();
    if (bus().devices().dead(panel) || !pressed.press(button, steadyNow()).isEmpty())
        return false;
    const auto report = *bridge::decodePanelReport(pressed.input(steadyNow()));
    m_house.tell({panel.toStdString(),
                  "beeped",
                  {{"uid", bridge::uidText(report.uid).toStdString()},
                   {"epoch", report.epoch},
                   {"seq", report.headSeq},
                   {"token", token},
                   {"button", button}}});
    return true;
}

int Devices::keptPresses() const
{
    int kept = 0;
    for (const Panel& panel : m_panels)
        kept += bridge::decodePanelReport(m_ports.device(panel.id).input(steadyNow()))->pending;
    return kept;
}

bool Devices::isInMidTicket(const QString& printer) const
{
    const auto& papers = m_ports.printer(printer).model().tickets();
    return !papers.empty() && !papers.back().cut;
}

} // namespace starqueue::house
