#include <firmware-bridge/fuzz/answer_player.h>

#include <firmware-bridge/fuzz/fuzz_profiles.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = TicketPrinter::Outcome;

constexpr SteadyTime kStep = 100ms;
constexpr SteadyTime kLongStep = 500ms;
constexpr SteadyTime kEveryJobEndsWithin = 30min;
constexpr SteadyTime kApart = 600ms; ///< no byte before belongs to the same answer

void complain(const char* what)
{
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

} // namespace

AnswerPlayer::AnswerPlayer(const uint8_t* data, std::size_t size, FuzzTally& tally)
    : m_data(data), m_left(size), m_tally(tally), m_profile(profileOf(next())), m_driver(m_profile),
      m_printer(m_profile.presenter.kind)
{
    m_tally.input();
    m_driver.lineOpened(m_now);
    look();
}

void AnswerPlayer::play()
{
    while (m_left > 0) {
        const uint8_t act = next();
        perform(act % 16, act / 16);
    }
    expectEnds();
}

uint8_t AnswerPlayer::next()
{
    if (m_left == 0)
        return 0;
    --m_left;
    return *m_data++;
}

void AnswerPlayer::perform(int act, int amount)
{
    switch (act) {
    case 0:
        return pass(kStep * (1 + amount));
    case 1:
        return pass(4s * (1 + amount));
    case 2:
        return live(500ms * (1 + amount), kStep);
    case 3:
        return live(kStep * (1 + amount), kStep);
    case 4:
        return live(1s * (1 + amount), kLongStep / 2);
    case 5:
        return m_printer.setMood(next());
    case 6:
        return m_printer.setMood(0);
    case 7:
        return say(rawBytes(1 + amount));
    case 8:
        return sayBlockOfId(amount, 0);
    case 9:
        return sayBlockOfId(amount, next());
    case 10:
        return say(QByteArray(1 + amount % 12, amount < 12 ? '\0' : '\x0C'), 1 + amount % 12);
    case 11:
        return sayFrame(amount);
    case 12:
        return performOnLine(amount);
    case 13:
        return withdraw();
    case 14:
        return answerWell();
    default:
        return print();
    }
}

void AnswerPlayer::performOnLine(int amount)
{
    if (amount < 8) {
        m_open = !m_open;
        m_blocked = false;
        m_oracle.lineChanged();
        m_open ? m_driver.lineOpened(m_now) : m_driver.lineLost(m_now);
    } else if (m_open) {
        m_blocked = !m_blocked;
        m_driver.lineBlocked(m_blocked, m_now);
    }
    look();
}

void AnswerPlayer::live(SteadyTime time, SteadyTime step)
{
    for (const SteadyTime until = m_now + time; m_now < until;) {
        tick(step);
        answerWell();
    }
}

// A loaded machine ticks late, too.
void AnswerPlayer::pass(SteadyTime time)
{
    const SteadyTime fine = m_now + std::min<SteadyTime>(time, 1600ms);
    for (const SteadyTime until = m_now + time; m_now < until;)
        tick(m_now < fine ? kStep : kLongStep);
}

void AnswerPlayer::tick(SteadyTime step)
{
    m_now += step;
    m_driver.tick(m_now);
    look();
}

void AnswerPlayer::say(const QByteArray& bytes, int answers)
{
    if (!m_open || bytes.isEmpty())
        return;
    m_tally.answers(answers, bytes.size());
    m_oracle.heard(bytes, m_now);
    m_heardAt = m_now;
    m_driver.received(bytes, m_now);
    look();
}

// What printers say unasked, or makers say in other languages.
void AnswerPlayer::sayFrame(int which)
{
    static const std::array<QByteArray, 12> kFrames{
        QByteArray(";1\0", 3),
        QByteArray(";0\0", 3),
        QByteArray("7%\0", 3),
        QByteArray("\x10\0\0\0", 4),
        QByteArray("\x14\0\0\x0F", 4),
        QByteArray("\x18\0\x08\0", 4),
        QByteArray("\x11"),
        QByteArray("\x13"),
        QByteArray("\xFF\x13\0\0\0\0\0\0\0\0", 10),
        QByteArray("\x23\x86\0\0\0\0\0\0\0", 9),
        QByteArray("_EPSON\0", 7),
        QByteArray("\x10\x0F\x20\0\0\0", 6),
    };
    const bool isAlone = m_now - m_heardAt >= kApart;
    const auto& frame = kFrames.at(static_cast<std::size_t>(which) % kFrames.size());
    if (isAlone && m_open && frame.startsWith(';'))
        m_oracle.switchedOn();
    say(frame);
}

void AnswerPlayer::sayBlockOfId(int which, int damage)
{
    QByteArray block("7\"@@@@\0", 7);
    const auto back = static_cast<std::size_t>(which);
    if (back < m_ids.size())
        std::copy_n(m_ids[m_ids.size() - 1 - back].begin(), 4, block.begin() + 2);
    if (damage != 0)
        block[damage % 7] = static_cast<char>(block[damage % 7] ^ (1 << (damage / 7 % 8)));
    say(block);
}

QByteArray AnswerPlayer::rawBytes(int count)
{
    QByteArray bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(next());
    return bytes;
}

// Each answer may bring another question.
void AnswerPlayer::answerWell()
{
    constexpr SteadyTime kOneExchange = 5ms;
    constexpr int kMostExchanges = 10;
    for (int i = 0; i < kMostExchanges; ++i) {
        int count = 0;
        const QByteArray answers = m_printer.answers(m_now, count);
        if (answers.isEmpty())
            return;
        say(answers, count);
        m_now += kOneExchange;
    }
}

void AnswerPlayer::print()
{
    if (m_jobs == AnswersOracle::kTickets)
        return;
    ++m_jobs;
    m_runs.at(static_cast<std::size_t>(m_jobs)) = true;
    m_tally.printBegins();
    PrintedTicket ticket;
    ticket.hall = u"Hall"_s;
    ticket.number = u"A00"_s + QChar(u'0' + m_jobs);
    m_driver.print(static_cast<TicketPrinter::JobId>(m_jobs), ticket, m_now);
    look();
}

void AnswerPlayer::withdraw()
{
    const auto runs = std::find(m_runs.begin(), m_runs.end(), true);
    if (runs == m_runs.end())
        return;
    const auto ticket = static_cast<int>(runs - m_runs.begin());
    m_driver.withdraw(static_cast<TicketPrinter::JobId>(ticket), m_now);
    look();
    if (*runs && m_oracle.copies(ticket) == 0)
        complain("a ticket that nobody wants goes on waiting for its turn");
}

// An ended job is judged by what was sent before: the next one's ticket may follow at once.
void AnswerPlayer::look()
{
    for (const PrinterDialogue::Ended& ended : m_driver.takeEnded())
        judge(ended);
    const QByteArray output = m_driver.takeOutput();
    if (output.isEmpty() || !m_open)
        return;
    m_commands.clear();
    readCommands(output, m_commands);
    for (const SentCommand& command : m_commands) {
        m_oracle.sent(command);
        m_printer.sent(command, m_now);
        if (command.kind == SentCommand::Kind::ProcessId)
            m_ids.push_back(command.id);
        if (command.kind == SentCommand::Kind::Ticket && m_oracle.copies(command.number) > 1)
            complain("a ticket was sent twice");
        if (m_oracle.asksTwice())
            complain("an id was asked for twice: a late answer to the first would prove the second");
    }
}

void AnswerPlayer::judge(const PrinterDialogue::Ended& ended)
{
    const auto ticket = static_cast<int>(ended.job);
    if (ticket < 1 || ticket > m_jobs || !m_runs.at(ended.job))
        complain("a job ended that wasn't running, or ended twice");
    m_runs.at(ended.job) = false;
    const auto proof = m_oracle.proofOf(ticket);
    m_tally.ended(ended.outcome, proof);
    if (ended.outcome == Outcome::Printed && proof == AnswersOracle::Proof::None)
        complain("said to be printed, and no answer says so");
    const bool maySend = ended.outcome == Outcome::Printed || ended.outcome == Outcome::Sent;
    const int copies = m_oracle.copies(ticket);
    if (maySend && copies == 0)
        complain("said to be printed or sent, and wasn't sent");
    if (!maySend && ended.outcome != Outcome::Unknown && copies > 0)
        complain("said not to be sent, and was");
}

// The printer says no more.
void AnswerPlayer::expectEnds()
{
    const auto anyRuns = [this] { return std::find(m_runs.begin(), m_runs.end(), true) != m_runs.end(); };
    const SteadyTime until = m_now + kEveryJobEndsWithin;
    for (const SteadyTime fine = m_now + 1min; anyRuns() && m_now < until;)
        tick(m_now < fine ? 1s : 5s);
    if (anyRuns())
        complain("a job never ended");
}

} // namespace starqueue::bridge
