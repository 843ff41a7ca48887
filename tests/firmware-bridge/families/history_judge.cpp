#include <firmware-bridge/families/history_judge.h>

#include <firmware-bridge/ticket/ticket_words.h>

#include <QMetaEnum>

#include <algorithm>
#include <set>
#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = TicketPrinter::Outcome;
using State = HistoryJob::State;
using simulators::PrintRun;
using simulators::Slip;

namespace {

constexpr SteadyTime kCuredWithin = 4s;
constexpr SteadyTime kKnownToBeMute = 10s; ///< a question that is never answered
constexpr SteadyTime kTravel = 400ms;      ///< of the last question and its answer
constexpr SteadyTime kClearing = 6s;       ///< a question, and the clear command's answer

bool says(const PrintRun& run, const QString& words)
{
    return std::any_of(run.lines.begin(), run.lines.end(), [&words](const PrintRun::Line& line) {
        return QString::fromStdString(line.text).trimmed() == words;
    });
}

bool bearsMark(const PrintRun& run)
{
    return std::any_of(run.lines.begin(), run.lines.end(), [](const PrintRun::Line& line) {
        const QString text = QString::fromStdString(line.text);
        return text.contains(u"补打"_s) || text.contains(u"REPRINT"_s);
    });
}

} // namespace

void HistoryJudge::blame(const QString& what)
{
    m_faults.push_back((QString::number(static_cast<double>(m_now.count()) / 1000, 'f', 1) + u" s: "_s + what)
                           .toStdString());
}

// What a wire without a checksum changes in a ticket nobody sees.
void HistoryJudge::blameOrCount(const QString& what)
{
    if (m_isDamaged)
        m_seen["was damaged on its way to the printer, and nothing could tell"] += 1;
    else
        blame(what);
}

// A ticket in the bin isn't its customer's.
void HistoryJudge::judgeMoved(const HistoryJob& job)
{
    const auto papers = papersOf(job.number);
    if (papers.empty() || job.paper.isEmpty())
        return;
    const Slip::Place place = m_printer.slips().at(papers.back().slip).place;
    if (job.paper == u"Taken"_s && place == Slip::Place::Retracted)
        blame(u"%1 is said to be taken, and was taken back"_s.arg(job.number));
    if (job.paper == u"Retracted"_s && place == Slip::Place::Taken)
        m_seen["was taken by hand when it might be taken back by itself"] += 1;
}

std::vector<HistoryJudge::Paper> HistoryJudge::papersOf(const QString& number) const
{
    std::vector<Paper> papers;
    for (const PrintRun& run : m_printer.runs()) {
        if (!says(run, number))
            continue;
        Paper paper{true, bearsMark(run), run.cut || !m_profile.cutter, {}, 0};
        for (const PrintRun::Line& line : run.lines)
            if (QString::fromStdString(line.text).trimmed() == number && paper.inked == 0ms) {
                paper.inked = line.at;
                paper.slip = line.slip;
            }
        papers.push_back(paper);
    }
    return papers;
}

void HistoryJudge::ended(const HistoryJob& job, Outcome outcome)
{
    m_seen[std::string("said ") + QMetaEnum::fromType<Outcome>().valueToKey(static_cast<int>(outcome))] += 1;
    if (outcome != Outcome::Printed)
        return;
    const auto papers = papersOf(job.number);
    const bool onPaper = std::any_of(papers.begin(), papers.end(), [&job](const Paper& paper) {
        return paper.whole && paper.marked == job.reprint && paper.inked >= job.begun;
    });
    if (!onPaper)
        blameOrCount(u"%1 is said to be printed and isn't"_s.arg(job.number));
    else if (m_printer.proofs() == job.proofsBefore)
        blame(u"%1 is said to be printed without the family's proof"_s.arg(job.number));
}

bool HistoryJudge::ticketWaits() const
{
    return std::any_of(m_printer.slips().begin(), m_printer.slips().end(), [](const Slip& slip) {
        return slip.place == Slip::Place::Inside || slip.place == Slip::Place::AtExit;
    });
}

void HistoryJudge::watch(const PrinterDialogue* driver, bool heard, SteadyTime now)
{
    m_now = now;
    const SteadyTime passed = now - std::exchange(m_watchedAt, now);
    const bool meet = heard && driver != nullptr;
    if (meet && !m_printer.busy())
        noteHeard();
    if (ticketWaits())
        m_ticketWaitedAt = now;
    if (!meet || !m_printer.sound()) {
        m_unsoundAt = now;
        m_blamedState = m_notedBusy = false;
        m_askable = 0ms;
        return;
    }
    m_askable += m_printer.busy() ? 0ms : passed;
    const SteadyTime within = m_profile.trustWrites ? kKnownToBeMute : kCuredWithin;
    if (now - m_unsoundAt > within + kTravel && !m_blamedState) {
        judgeState(*driver);
    }
}

void HistoryJudge::noteHeard()
{
    if (m_heard.empty() || m_heard.back().second < m_now - 10ms)
        m_heard.emplace_back(m_now, m_now);
    m_heard.back().second = m_now;
}

void HistoryJudge::judgeState(const PrinterDialogue& driver)
{
    const QString fault = driver.state().fault();
    const bool saysWaiting = fault == u"ticketWaiting"_s && m_now - m_ticketWaitedAt <= kCuredWithin;
    const bool saysBlocked = fault == u"blocked"_s && m_printer.busy();
    if (driver.state().ready() || saysWaiting || saysBlocked)
        return;
    // While the printer says BUSY no question can pass: what was heard last holds. Counted, not silent.
    if (m_askable <= kCuredWithin + kTravel) {
        m_seen["said what it had heard last, since BUSY let no question pass"] += m_notedBusy ? 0 : 1;
        m_notedBusy = true;
        return;
    }
    m_blamedState = true;
    blame(u"the printer is well for %1 s and the driver says \"%2\""_s
              .arg(static_cast<double>((m_now - m_unsoundAt).count()) / 1000)
              .arg(fault));
}

bool HistoryJudge::couldClear(SteadyTime from, SteadyTime until) const
{
    return std::any_of(m_heard.begin(), m_heard.end(), [from, until](const auto& span) {
        return std::max(span.first, from) + kClearing < std::min(span.second, until);
    });
}

void HistoryJudge::judgePapers(const HistoryJob& job)
{
    const auto papers = papersOf(job.number);
    const auto unmarked =
        std::count_if(papers.begin(), papers.end(), [](const Paper& paper) { return !paper.marked; });
    if (unmarked > 1)
        blameOrCount(u"%1 came out %2 times unmarked"_s.arg(job.number).arg(unmarked));
    if (papers.size() > 2)
        blame(u"%1 came out %2 times"_s.arg(job.number).arg(papers.size()));
    for (const Paper& paper : papers)
        if (job.left && paper.inked > *job.left + kClearing) {
            if (!m_canBeCleared || m_profile.clear == ClearCommand::None ||
                !couldClear(*job.left, paper.inked))
                m_seen["came out for who had left, and nothing could clear it"] += 1;
            else
                blame(u"%1 came out %2 s after its customer had left"_s.arg(job.number)
                          .arg((paper.inked - *job.left).count() / 1000));
        }
}

void HistoryJudge::judgeMixedPaper(const std::vector<HistoryJob>& jobs)
{
    if (!m_profile.cutter)
        return; // people tear their tickets off
    std::map<std::size_t, std::set<QString>> numbers;
    std::set<std::size_t> unproven;
    for (const HistoryJob& job : jobs)
        for (const Paper& paper : papersOf(job.number)) {
            numbers[paper.slip].insert(job.number);
            if (job.state == State::Sent && !paper.whole)
                unproven.insert(paper.slip);
        }
    for (const auto& [slip, on] : numbers) {
        if (on.size() > 1 && unproven.contains(slip))
            m_seen["was only sent, lost its cut on the wire, and hangs on the next"] += 1;
        else if (on.size() > 1)
            blameOrCount(u"one paper bears %1 and %2"_s.arg(*on.begin(), *on.rbegin()));
    }
}

void HistoryJudge::conclude(const std::vector<HistoryJob>& jobs, SteadyTime now)
{
    m_now = now;
    judgeMixedPaper(jobs);
    for (const HistoryJob& job : jobs) {
        judgePapers(job);
        judgeMoved(job);
        if (job.state == State::Pending || job.state == State::Taken)
            blame(u"%1 is still %2, long after all is well"_s.arg(
                job.number, job.state == State::Pending ? u"pending"_s : u"taken"_s));
        if (job.state == State::Lost)
            m_seen["unknown twice: the kiosk shows the number"] += 1;
        if (job.reprint)
            m_seen["printed again, marked"] += 1;
    }
    m_seen["tickets"] += static_cast<int>(jobs.size());
}

} // namespace starqueue::bridge
