#include <firmware-bridge/simulators/families/escpos_family.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

using PrintKind = escpos::Command::Kind;

bool isGroup(const escpos::Command& command, char name)
{
    return command.kind == PrintKind::Group && command.name() == static_cast<unsigned char>(name);
}

bool isLineFeed(const escpos::Command& command)
{
    return command.kind == PrintKind::Control && command.at(0) == '\n';
}

bool isFeed(const escpos::Command& command)
{
    return command.kind == PrintKind::Escape && (command.name() == 'd' || command.name() == 'J');
}

bool isCut(const escpos::Command& command)
{
    if (command.kind == PrintKind::Escape)
        return command.name() == 'i' || command.name() == 'm';
    return isGroup(command, 'V') || (command.kind == PrintKind::Kanji && command.name() == 'P');
}

bool isSymbol(const escpos::Command& command)
{
    return isGroup(command, '(') && command.at(2) == 'k' && command.at(5) == 0x31 && command.at(6) == 0x51;
}

bool isRaster(const escpos::Command& command)
{
    return isGroup(command, 'v');
}

bool movesPaper(const escpos::Command& command)
{
    return isLineFeed(command) || isFeed(command) || isCut(command) || isSymbol(command) || isRaster(command);
}

} // namespace

void EscPosFamily::work(SteadyTime elapsed, SteadyTime now)
{
    for (;;) {
        if (stopped()) {
            interrupt();
            if (m_operation || !takeWithoutPaper(now))
                return;
            continue;
        }
        if (!m_operation) {
            if (!takeNext(now))
                return;
            continue;
        }
        if (!m_operation->begun && !begin(now))
            return;
        const SteadyTime step = std::min(elapsed, m_operation->left);
        m_operation->left -= step;
        elapsed -= step;
        if (m_operation->left > 0ms)
            return;
        finish(now);
    }
}

bool EscPosFamily::stopped() const
{
    return m_is.offline();
}

void EscPosFamily::interrupt()
{
    if (m_operation && m_operation->begun) {
        m_operation->begun = false;
        m_operation->interrupted = true;
    }
}

// Some clones answer what needs no paper although there is none.
bool EscPosFamily::takeWithoutPaper(SteadyTime now)
{
    if (!m_settings.sensorReportWhenOut || m_is.paper || m_is.coverOpen || m_buffer.empty() ||
        !isGroup(m_buffer.front(), 'r'))
        return false;
    execute(popFront(), now);
    return true;
}

escpos::Command EscPosFamily::popFront()
{
    escpos::Command command = std::move(m_buffer.front());
    m_buffer.pop_front();
    m_bufferedBytes -= static_cast<qsizetype>(command.bytes.size());
    noticeBuffer();
    return command;
}

bool EscPosFamily::takeNext(SteadyTime now)
{
    if (m_presenting || m_buffer.empty() || heldByTicket(m_buffer.front()))
        return false;
    const escpos::Command command = popFront();
    if (command.kind == PrintKind::Text)
        m_line.push_back(command);
    const SteadyTime time = timeOf(command);
    if (time == 0ms) {
        execute(command, now);
        return true;
    }
    m_operation = Operation{
        command, isLineFeed(command) || isFeed(command) ? std::exchange(m_line, {}) : m_line, time, time};
    return true;
}

SteadyTime EscPosFamily::timeOf(const escpos::Command& command) const
{
    if (isLineFeed(command))
        return m_settings.line;
    if (isFeed(command))
        return m_settings.line * std::max(1, command.name() == 'd' ? command.at(2) : command.at(2) / 30);
    if (isCut(command))
        return m_settings.cut;
    if (isSymbol(command))
        return m_settings.code;
    if (isRaster(command))
        return m_settings.line * (1 + (command.at(6) + 256 * command.at(7)) / 24);
    return 0ms;
}

// A presenter that holds a ticket out: what the next one does to it differs.
bool EscPosFamily::heldByTicket(const escpos::Command& command)
{
    using OnWaiting = FamilySettings::OnWaitingTicket;
    if (!movesPaper(command) || !m_path.waiting())
        return false;
    if (m_settings.onWaiting == OnWaiting::Holds)
        return true;
    if (m_settings.onWaiting == OnWaiting::Pushes) {
        m_path.moveWaiting(Slip::Place::Ejected);
        return false;
    }
    m_is.paperJammed = true;
    m_is.jamError = true;
    return true;
}

bool EscPosFamily::begin(SteadyTime now)
{
    if (!unhindered())
        return false;
    Operation& it = *m_operation;
    it.begun = true;
    it.left = it.whole;
    if (it.interrupted) // the characters are in the printer's memory, and the line is printed from its start
        for (const escpos::Command& character : it.line)
            m_path.apply(character, now, true);
    if (!isCut(it.command))
        m_path.apply(it.command, now, it.interrupted);
    return true;
}

// What is in the way shows when the mechanism meets it.
bool EscPosFamily::unhindered()
{
    const escpos::Command& command = m_operation->command;
    if (isLineFeed(command) || isFeed(command) || isRaster(command)) {
        if (!paperLasts()) {
            m_eating |= isRaster(command) && m_settings.imageEatsOn;
            return false;
        }
    }
    m_is.cutterError |= isCut(command) && m_is.cutterJammed;
    m_is.jamError |= m_is.paperJammed;
    return !m_is.error();
}

bool EscPosFamily::paperLasts()
{
    if (m_linesLeft > 0)
        --m_linesLeft;
    else if (m_linesLeft == 0)
        endOfPaper();
    return m_is.paper;
}

void EscPosFamily::finish(SteadyTime now)
{
    const escpos::Command command = std::exchange(m_operation, std::nullopt)->command;
    if (!isCut(command))
        return;
    const bool presents = m_settings.presenter != FamilySettings::Presenter::None;
    m_path.cut(presents, now);
    if (m_settings.presenter == FamilySettings::Presenter::Citizen && m_path.waiting())
        present(now, m_settings.retractTimerAllowed ? SteadyTime(1000 * m_retractSeconds) : 0ms,
                FamilySettings::WhenNotTaken::Retract);
    else if (command.kind == PrintKind::Kanji)
        commandPresenter(command, now);
}

void EscPosFamily::execute(const escpos::Command& command, SteadyTime now)
{
    if (command.kind == PrintKind::Group)
        return executeGroup(command, now);
    if (command.kind == PrintKind::RealTime) {
        if (const auto answer = statusAnswer(m_settings, m_is, command.at(2));
            answer && command.name() == 0x04)
            say(*answer);
        return;
    }
    if (command.kind == PrintKind::Escape && command.name() == '@')
        return reset(now);
    if (command.kind == PrintKind::Escape && (command.name() == 'v' && m_settings.sensorReport))
        return say(sensorAnswer(m_is));
    m_path.apply(command, now);
}

void EscPosFamily::reset(SteadyTime now)
{
    m_line.clear();
    m_path.apply({PrintKind::Escape, "\x1B@"}, now);
    m_automatic = m_settings.automaticAtStart;
    m_fullMask = 0;
    m_lastStatus = automaticStatus(m_settings, m_is);
}

void EscPosFamily::executeGroup(const escpos::Command& command, SteadyTime now)
{
    switch (command.name()) {
    case 'a':
        if (!m_settings.automatic)
            return;
        m_automatic = command.at(2);
        if (m_automatic != 0)
            say(automaticStatus(m_settings, m_is));
        return;
    case 'e':
    case 'R':
        return commandPresenter(command, now);
    case 0xE0:
        if (m_settings.layout == FamilySettings::Layout::Custom) {
            m_fullMask = command.at(2) & 0x0F;
            m_lastStatus = fullStatus(m_is, m_fullMask);
        }
        return;
    case 'r':
        return answerSensor(command, now);
    case 'I':
        return say(identityAnswer(m_settings, command.at(2)));
    case '(':
        answerProcessId(command, now);
        [[fallthrough]];
    default:
        m_path.apply(command, now);
    }
}

void EscPosFamily::answerSensor(const escpos::Command& command, SteadyTime now)
{
    if (!m_settings.sensorReport || (command.at(2) & 0x0F) != 1)
        return;
    if (m_settings.proofDelay > 0ms)
        return m_later.push_back({now + m_settings.proofDelay, sensorAnswer(m_is)});
    ++m_proofs;
    say(sensorAnswer(m_is));
}

// GS ( H: function 48 asks for a process id, 49 for the off-line message.
void EscPosFamily::answerProcessId(const escpos::Command& command, SteadyTime now)
{
    if (command.at(2) != 'H' || !m_settings.processId)
        return;
    if (command.at(5) == 0x31)
        m_offlineMessage = command.at(7) != 0 && command.at(7) != '0';
    else if (command.at(5) == 0x30 && command.bytes.size() == 11)
        m_later.push_back({now + m_settings.proofDelay,
                           QByteArray("7\"") + QByteArray::fromStdString(command.bytes.substr(7)) + '\0'});
}

} // namespace starqueue::simulators
