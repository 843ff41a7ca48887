#include <firmware-bridge/simulators/families/paper/paper_path.h>

namespace starqueue::simulators {

namespace {

const escpos::Command kCutHere{escpos::Command::Kind::Group, std::string("\x1DV\x00", 3)};
const escpos::Command kStartAnew{escpos::Command::Kind::Escape, "\x1B@"};

} // namespace

void PaperPath::apply(const escpos::Command& command, SteadyTime now, bool again)
{
    if (command.kind == escpos::Command::Kind::Escape && command.name() == '@')
        endRun();
    m_interpreter.apply(command);
    follow(now, again);
}

// Ink that appeared since the last look belongs to the run that prints now.
void PaperPath::follow(SteadyTime now, bool again)
{
    const auto& tickets = m_interpreter.tickets();
    if (tickets.size() > m_slips.size()) {
        m_slips.resize(tickets.size());
        m_linesSeen = 0;
    }
    if (tickets.empty())
        return;
    m_slips.back().run = m_runs.size() - 1;
    for (; m_linesSeen < tickets.back().lines.size(); ++m_linesSeen) {
        const escpos::PaperLine& line = tickets.back().lines[m_linesSeen];
        m_runs.back().lines.push_back({now, line.text, line.height, again, m_slips.size() - 1});
    }
}

void PaperPath::cut(bool intoPresenter, SteadyTime now)
{
    m_interpreter.apply(kCutHere);
    follow(now, false);
    if (!m_slips.empty() && m_slips.back().place == Slip::Place::Hanging)
        m_slips.back().place = intoPresenter ? Slip::Place::Inside : Slip::Place::Taken;
    if (m_runs.back().lines.empty())
        return;
    m_runs.back().cut = true;
    m_runs.back().cutAt = now;
    m_runs.emplace_back();
}

void PaperPath::endRun()
{
    if (!m_runs.back().lines.empty())
        m_runs.emplace_back();
}

void PaperPath::reset()
{
    m_interpreter.apply(kStartAnew);
    endRun();
}

bool PaperPath::tearOff()
{
    if (m_slips.empty() || m_slips.back().place != Slip::Place::Hanging)
        return false;
    m_interpreter.clearBuffer();
    m_interpreter.apply(kCutHere);
    m_slips.back().place = Slip::Place::TornOff;
    return true;
}

void PaperPath::moveWaiting(Slip::Place place)
{
    for (Slip& slip : m_slips)
        if (slip.place == Slip::Place::Inside || slip.place == Slip::Place::AtExit)
            slip.place = place;
}

std::optional<Slip::Place> PaperPath::waiting() const
{
    for (const Slip& slip : m_slips)
        if (slip.place == Slip::Place::Inside || slip.place == Slip::Place::AtExit)
            return slip.place;
    return std::nullopt;
}

} // namespace starqueue::simulators
