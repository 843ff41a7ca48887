#include <firmware-bridge/families/printer_history.h>

#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/simulators/families/escpos_family.h>

#include <QVariant>

#include <cstdio>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulators::Hand;
using simulators::Slip;
using What = Happening::What;

namespace {

constexpr SteadyTime kStep = 10ms;
constexpr SteadyTime kMostAfterCalm = 240s;
constexpr qsizetype kAtOnce = 8; ///< less than a printer has left when it says BUSY
constexpr SteadyTime kForgets = 90s;
constexpr int kMostCustomers = 5;
constexpr SteadyTime kFreesJam = 15s;
constexpr SteadyTime kStaysOff = 3s;

PrinterProfile profileNamed(const Contestant& contestant, const HistoryScript& script)
{
    const auto profile = loadProfile(contestant.profile, QString());
    if (!profile)
        throw std::runtime_error("there is no profile " + contestant.profile.toStdString());
    PrinterProfile chosen = *profile;
    chosen.baud = script.baud;
    chosen.trustWrites = script.trustsWrites;
    return chosen;
}

std::string seconds(SteadyTime time)
{
    return QString::number(static_cast<double>(time.count()) / 1000, 'f', 2).toStdString();
}

} // namespace

PrinterHistory::PrinterHistory(const Contestant& contestant, std::uint64_t seed, bool trace)
    : m_script(writeScript(contestant, seed)), m_profile(profileNamed(contestant, m_script)),
      m_printer(std::make_unique<simulators::EscPosFamily>(m_script.settings)),
      m_judge(m_profile, *m_printer, m_script.settings.clearCommand || m_script.settings.hardwareReset,
              m_script.damageEvery > 0),
      m_floor(m_profile), m_toPrinter(m_script.baud), m_toHost(m_script.baud), m_random(~seed),
      m_damage(m_script.damageEvery, m_script.damageFrom, seed), m_trace(trace)
{
    m_floor.proofs = [this] { return m_printer->proofs(); };
    m_floor.note = [this](const QString& what) { note(what); };
    m_floor.ended = [this](const HistoryJob& job, TicketPrinter::Outcome outcome) {
        m_judge.ended(job, outcome);
        note(job.number + u" ended: "_s + QVariant::fromValue(outcome).toString());
    };
}

std::vector<std::string> PrinterHistory::run()
{
    m_floor.bridgeStart(true, m_now);
    auto next = m_script.happenings.begin();
    // Each ticket that is forgotten at the exit holds the next one up.
    const SteadyTime forgotten = m_script.forgets > 0 ? kMostCustomers * kForgets : 0s;
    while (m_now < m_script.calm + kMostAfterCalm + forgotten) {
        for (; next != m_script.happenings.end() && next->at <= m_now; ++next)
            happen(*next);
        step();
        if (m_now > m_script.calm + 10s && m_floor.done())
            break;
    }
    m_judge.conclude(m_floor.jobs(), m_now);
    return m_judge.faults();
}

void PrinterHistory::step()
{
    m_now += kStep;
    m_printer->tick(m_now);
    takeTickets();
    freeJams();
    endBlockade();
    moveToPrinter();
    moveToHost();
    m_floor.step(m_now);
    m_judge.watch(m_floor.driver(), heard(), m_now);
    if (m_trace)
        traceStep();
}

// A pulled cable carries nothing, and doesn't tell.
void PrinterHistory::moveToPrinter()
{
    if (PrinterDialogue* driver = m_floor.driver()) {
        const QByteArray sent = driver->takeOutput();
        noteBytes(u"  > "_s, sent);
        if (m_adapter)
            m_unsent += sent;
    }
    sendUnsent();
    const QByteArray arrived = m_toPrinter.arrived(m_now);
    if (connected() && !arrived.isEmpty())
        m_printer->receive(m_now < m_script.calm ? m_damage.on(arrived, m_now) : arrived, m_now);
}

// Who heeds the printer's BUSY sends a little at a time, and says when nothing goes.
void PrinterHistory::sendUnsent()
{
    const bool held = m_printer->busy() || !m_cable; // an open input counts as "busy"
    if (m_script.settings.flow != simulators::FamilySettings::Flow::Dtr) {
        m_toPrinter.put(std::exchange(m_unsent, {}), m_now);
        return;
    }
    const bool blocked = held && !m_unsent.isEmpty();
    if (std::exchange(m_blocked, blocked) != blocked)
        m_floor.lineBlocked(blocked, m_now);
    if (held || !m_toPrinter.empty())
        return;
    m_toPrinter.put(m_unsent.left(kAtOnce), m_now);
    m_unsent.remove(0, kAtOnce);
}

void PrinterHistory::moveToHost()
{
    const QByteArray answers = m_printer->takeOutput();
    const SteadyTime late = m_noise == 2 ? SteadyTime(m_random() % 3000) : 0ms;
    if (connected() && !answers.isEmpty())
        m_toHost.put(disturbed(answers), m_now, late);
    const QByteArray arrived = m_toHost.arrived(m_now);
    noteBytes(u"  < "_s, arrived);
    if (PrinterDialogue* driver = m_floor.driver(); driver != nullptr && m_adapter && !arrived.isEmpty())
        driver->received(arrived, m_now);
}

// Lost bytes, damaged ones, late ones (where they are put on the wire), and stray ones.
QByteArray PrinterHistory::disturbed(QByteArray answers)
{
    QByteArray through;
    for (const char byte : answers) {
        const bool hit = m_random() % static_cast<unsigned>(m_script.noiseEvery) == 0;
        if (m_noise == 0 && hit)
            continue;
        through += m_noise == 1 && hit ? static_cast<char>(byte ^ (1 << (m_random() % 8))) : byte;
        if (m_noise == 3 && hit)
            through += static_cast<char>(m_random() % 3 == 0 ? 0 : m_random() % 256);
    }
    return through;
}

void PrinterHistory::happen(const Happening& happening)
{
    switch (happening.what) {
    case What::Hand:
        note(u"hand %1"_s.arg(static_cast<int>(happening.hand)));
        return m_printer->touch(happening.hand, m_now);
    case What::PaperEnds:
        note(u"paper ends after %1 lines"_s.arg(happening.number));
        return m_printer->endPaperAfter(happening.number);
    case What::Issue:
        note(u"customer %1 draws a number"_s.arg(happening.number + 1));
        return m_floor.issue(happening.number, m_now);
    case What::Leave:
        note(u"customer %1 has left"_s.arg(happening.number + 1));
        return m_floor.leave(happening.number);
    default:
        return happenToLine(happening);
    }
}

void PrinterHistory::happenToLine(const Happening& happening)
{
    note(u"line %1 (%2)"_s.arg(static_cast<int>(happening.what)).arg(happening.number));
    PrinterDialogue* driver = m_floor.driver();
    switch (happening.what) {
    case What::CablePull:
    case What::CablePlug:
        m_cable = happening.what == What::CablePlug;
        return;
    case What::AdapterPull:
        if (std::exchange(m_adapter, false) && driver != nullptr)
            driver->lineLost(m_now);
        m_unsent.clear();
        m_toPrinter.lose();
        return m_toHost.lose();
    case What::AdapterPlug:
        m_blocked = false;
        if (!std::exchange(m_adapter, true) && driver != nullptr)
            driver->lineOpened(m_now);
        return;
    case What::Noise:
        m_noise = happening.number;
        return;
    case What::Quiet:
        m_noise = -1;
        return;
    case What::BridgeCrash:
        return m_floor.bridgeCrash();
    case What::BridgeStart:
        m_blocked = false; // told anew
        if (driver == nullptr)
            m_floor.bridgeStart(m_adapter, m_now);
        return;
    default:
        return m_floor.hallUp(happening.what == What::HallStart);
    }
}

// Customers take what is held out; some forget it for a while.
void PrinterHistory::takeTickets()
{
    const bool heldOut = m_printer->path().waiting() == Slip::Place::AtExit;
    if (!heldOut) {
        m_heldOutSince.reset();
        return;
    }
    if (!m_heldOutSince) {
        m_heldOutSince = m_now;
        m_forgotten = m_script.forgets > 0 && m_random() % static_cast<unsigned>(m_script.forgets) == 0;
    }
    if (m_now - *m_heldOutSince < (m_forgotten ? kForgets : m_script.takesAfter))
        return;
    note(u"ticket taken"_s);
    m_printer->touch(Hand::TakeTicket, m_now);
}

// A ticket that was printed onto a waiting one.
void PrinterHistory::freeJams()
{
    if (!m_printer->mechanics().paperJammed || m_now < m_script.calm) {
        m_jammedSince.reset();
        return;
    }
    if (!m_jammedSince)
        m_jammedSince = m_now;
    if (m_now - *m_jammedSince >= kFreesJam)
        m_printer->touch(Hand::FreePaper, m_now);
}

// BUSY keeps out what would end a latched error: a person presses FEED where that is awaited, or switches the
// printer off and on.
void PrinterHistory::endBlockade()
{
    const auto& is = m_printer->mechanics();
    const bool stuck = m_blocked && (is.error() || is.awaitsFeed) && m_printer->sound();
    if (m_switchedOff && m_now - *m_switchedOff >= kStaysOff) {
        m_switchedOff.reset();
        m_printer->touch(Hand::PowerOn, m_now);
    }
    if (!stuck || m_now < m_script.calm) {
        m_stuckSince.reset();
        return;
    }
    if (!m_stuckSince)
        m_stuckSince = m_now;
    if (m_now - *m_stuckSince < kFreesJam)
        return;
    if (is.awaitsFeed)
        return m_printer->touch(Hand::PressFeed, m_now);
    note(u"switched off and on"_s);
    m_switchedOff = m_now;
    m_printer->touch(Hand::PowerOff, m_now);
}

void PrinterHistory::traceStep()
{
    const PrinterDialogue* driver = m_floor.driver();
    const QString fault = driver == nullptr ? u"no driver"_s : driver->state().fault();
    if (fault != m_lastFault)
        note(u"driver says \"%1\""_s.arg(fault));
    m_lastFault = fault;
    std::size_t lines = 0;
    for (const simulators::PrintRun& run : m_printer->runs())
        for (const auto& line : run.lines)
            if (++lines > m_linesTraced)
                note(u"paper: "_s + QString::fromStdString(line.text));
    m_linesTraced = lines;
}

void PrinterHistory::noteBytes(const QString& way, const QByteArray& bytes) const
{
    if (m_trace && !bytes.isEmpty())
        note(way + QString::fromLatin1(bytes.toHex(' ')));
}

void PrinterHistory::note(const QString& what) const
{
    if (m_trace)
        std::printf("%9s %s\n", seconds(m_now).c_str(), what.toUtf8().constData());
}

} // namespace starqueue::bridge
