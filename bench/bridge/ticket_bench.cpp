/// Bytes and seconds a ticket, at three speeds of the wire, for each family of printers with its own proof of
/// printing.
///
/// The bridge's driver and a printer that behaves as its manual says, on a wire that is as fast as its baud
/// rate, in time that is counted and not waited for: figures don't depend on the machine. `over` is the time
/// from the job to its last byte at the printer, against what the ticket's bytes alone take on the wire: the
/// driver's questions, before the ticket and within it, are in the first and not in the second.
#include <firmware-bridge/preview/sample_ticket.h>
#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/simulators/families/family_settings.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>
#include <firmware-bridge/ticket/ticket_layout.h>

#include <benchmark/benchmark.h>

#include <QMetaEnum>

#include <algorithm>
#include <optional>

namespace {

using namespace starqueue;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using bridge::PrintedTicket;
using bridge::SteadyTime;
using bridge::TicketPrinter;

constexpr SteadyTime kStep = 1ms;
constexpr SteadyTime kTick = 100ms; ///< of the bridge's timer
constexpr SteadyTime kLongest = 60s;

/// One direction of a wire: bytes come out at its speed.
class Wire
{
public:
    explicit Wire(int baud) : m_bytesAStep(baud / 10.0 / 1000) {}

    void send(const QByteArray& bytes) { m_waiting += bytes; }
    [[nodiscard]] QByteArray arriving()
    {
        m_allowed = m_waiting.isEmpty() ? 0 : m_allowed + m_bytesAStep;
        const QByteArray bytes = m_waiting.left(static_cast<qsizetype>(m_allowed));
        m_allowed -= static_cast<double>(bytes.size());
        m_waiting.remove(0, bytes.size());
        return bytes;
    }

private:
    double m_bytesAStep;
    double m_allowed = 0;
    QByteArray m_waiting;
};

/// Questions stand between the lines of a ticket, which itself holds none: DLE EOT n and GS r 1.
QByteArray withoutQuestions(QByteArray bytes)
{
    constexpr qsizetype kQuestion = 3;
    for (const char* begin : {"\x10\x04", "\x1Dr"})
        for (qsizetype at = 0; (at = bytes.indexOf(begin, at)) >= 0;)
            bytes.remove(at, kQuestion);
    return bytes;
}

/// The bridge's driver and a printer, with time of their own.
class Desk
{
public:
    Desk(simulators::Family family, const bridge::PrinterProfile& profile)
        : m_host(profile), m_printer(simulators::makeFamilyPrinter(family)), m_out(profile.baud),
          m_back(profile.baud), m_profile(profile)
    {
        pass(1s);
        m_host.lineOpened(m_now);
        pass(5s);
    }

    struct Printed
    {
        std::optional<SteadyTime> onTheWire; ///< from the job to its last byte at the printer
        std::optional<SteadyTime> ended;
        TicketPrinter::Outcome outcome = TicketPrinter::Outcome::Unknown;
    };

    /// The first ticket at a new printer finds out what it can; the next one is as all others.
    void printFirst(const PrintedTicket& ticket)
    {
        (void)print(ticket);
        m_printer->touch(simulators::Hand::TakeTicket, m_now);
        pass(5s);
    }

    Printed print(const PrintedTicket& ticket)
    {
        const QByteArray whole = bridge::layOutTicket(ticket, m_profile);
        const SteadyTime began = m_now;
        m_arrived.clear();
        Printed printed;
        m_host.print(++m_job, ticket, m_now);
        while ((!printed.ended || !printed.onTheWire) && m_now - began < kLongest) {
            step();
            if (!printed.onTheWire && withoutQuestions(m_arrived).contains(whole))
                printed.onTheWire = m_now - began;
            for (const auto& ended : m_host.takeEnded()) {
                printed.ended = m_now - began;
                printed.outcome = ended.outcome;
            }
        }
        return printed;
    }

private:
    void pass(SteadyTime time)
    {
        for (const SteadyTime until = m_now + time; m_now < until;)
            step();
    }

    void step()
    {
        m_now += kStep;
        if (m_now % kTick == 0ms)
            m_host.tick(m_now);
        m_out.send(m_host.takeOutput());
        const QByteArray bytes = m_out.arriving();
        m_arrived += bytes;
        m_printer->receive(bytes, m_now);
        m_printer->tick(m_now);
        m_back.send(m_printer->takeOutput());
        if (const QByteArray answer = m_back.arriving(); !answer.isEmpty())
            m_host.received(answer, m_now);
    }

    bridge::PrinterDialogue m_host;
    std::unique_ptr<simulators::FamilyPrinter> m_printer;
    Wire m_out;
    Wire m_back;
    SteadyTime m_now{};
    bridge::PrinterProfile m_profile;
    QByteArray m_arrived;
    TicketPrinter::JobId m_job = 0;
};

double seconds(SteadyTime time)
{
    return std::chrono::duration<double>(time).count();
}

void printTicket(benchmark::State& state, simulators::Family family, const QString& profileName,
                 PrintedTicket::Language language)
{
    bridge::PrinterProfile profile = bridge::loadProfile(profileName, u"."_s).value();
    profile.baud = static_cast<int>(state.range(0));
    const PrintedTicket ticket = bridge::sampleTicket(language);
    const bridge::TicketCost cost = bridge::costOf(ticket, profile);
    for ([[maybe_unused]] const auto& round : state) {
        Desk desk(family, profile);
        desk.printFirst(ticket);
        const Desk::Printed printed = desk.print(ticket);
        const SteadyTime wire = printed.onTheWire.value_or(kLongest);
        state.SetIterationTime(seconds(wire));
        state.counters["bytes"] = static_cast<double>(cost.bytes);
        state.counters["limit_s"] = cost.seconds;
        state.counters["wire_s"] = seconds(wire);
        state.counters["over"] = seconds(wire) / cost.seconds;
        state.counters["proved_s"] = seconds(printed.ended.value_or(kLongest));
        state.SetLabel(
            QMetaEnum::fromType<TicketPrinter::Outcome>().valueToKey(static_cast<int>(printed.outcome)));
    }
}

void all()
{
    using enum simulators::Family;
    const std::pair<simulators::Family, QString> families[]{
        {Epson, u"epson-tm"_s},          {EpsonCoverError, u"epson-tm-cover-error"_s},
        {Bixolon, u"samsung-bixolon"_s}, {Clone, u"clone-gsr"_s},
        {Custom, u"custom-presenter"_s}, {Citizen, u"citizen-ppu"_s},
        {OneWay, u"one-way"_s}};
    for (const auto& [family, profile] : families)
        for (const auto language : {PrintedTicket::Language::Chinese, PrintedTicket::Language::English}) {
            const QString name =
                profile + (language == PrintedTicket::Language::Chinese ? u"/zh"_s : u"/en"_s);
            benchmark::RegisterBenchmark(name.toStdString().c_str(), printTicket, family, profile, language)
                ->ArgName("baud")
                ->Arg(9600)
                ->Arg(19200)
                ->Arg(115200)
                ->UseManualTime()
                ->Iterations(1)
                ->Unit(benchmark::kMillisecond);
        }
}

} // namespace

int main(int argc, char** argv)
{
    all();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
