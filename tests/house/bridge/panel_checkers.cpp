#include <house/bridge/panel_checkers.h>

#include <algorithm>

namespace starqueue::house {

using std::chrono::minutes;

namespace {

/// "panel-3": counter 3 is the third of the hall's.
std::size_t counterOf(const std::string& panel)
{
    return static_cast<std::size_t>(panel.back() - '1');
}

std::string inWords(const queue::PressId& press)
{
    return "press " + press.uid + ':' + std::to_string(press.epoch) + ':' + std::to_string(press.seq);
}

} // namespace

queue::PressId pressIn(const Fact& fact)
{
    return {fact.text("uid"), static_cast<std::uint32_t>(fact.number("epoch")),
            static_cast<std::uint32_t>(fact.number("seq"))};
}

void PressIsRatedOrRefusedRightly::onFact(const Fact& fact)
{
    if (fact.is("bridge", "dies"))
        ++m_life;
    if (!fact.is("bridge", "settled"))
        return;
    const bool counted = fact.number("status") < 300;
    const Told told{std::stoull(fact.text("session")),
                    pressIn(fact),
                    Instant{Millis{fact.number("at")}},
                    Instant::max(),
                    counted,
                    m_life};
    if (counted || !m_hall.isUp())
        m_told.push_back(told);
    else
        onRefusal(told);
}

void PressIsRatedOrRefusedRightly::onRefusal(Told told)
{
    m_hall.look([this, told](const HallProgram::Snapshot& now) mutable {
        told.refused = now.now;
        m_told.push_back(told);
    });
}

void PressIsRatedOrRefusedRightly::onCalmEnds()
{
    for (const Told& told : m_told)
        check(told);
    m_told.clear();
}

// A bridge that dies before it has released the panel has told nobody of the refusal. The next one dates the
// press by its age, and a hall that was started anew with a clock that it couldn't believe may have lost some
// seconds of that.
bool PressIsRatedOrRefusedRightly::isDecidedAnew(const Told& refused) const
{
    return std::ranges::any_of(m_told, [&refused](const Told& other) {
        return other.counted && other.press == refused.press && other.life > refused.life;
    });
}

namespace {

/// Rated by another press, or its service goes on.
bool isDecided(queue::RatingState state)
{
    return state == queue::RatingState::Rated || state == queue::RatingState::Withdrawn;
}

} // namespace

void PressIsRatedOrRefusedRightly::check(const Told& told) const
{
    if (!told.counted && isDecidedAnew(told))
        return;
    const queue::RatingSession* const session = m_record.state().find(queue::RatingSessionId{told.session});
    if (session == nullptr)
        return; // of another day
    const bool isIts = session->press == told.press;
    const std::string which = inWords(told.press) + " of session " + std::to_string(told.session);
    if (told.counted != isIts)
        found(which +
              (told.counted ? " was acknowledged and isn't recorded" : " was refused and is recorded"));
    if (told.counted || isDecided(session->state))
        return;
    const Instant last = session->state == queue::RatingState::Expired
                             ? std::min(session->ends, session->ended)
                             : session->ends;
    const bool isLate = told.refused - queue::kLateArrival > session->ends;
    if (told.at >= session->invited && told.at <= last && !isLate)
        found(which + " was made in its window, and refused");
}

void BeepsAreSettled::onFact(const Fact& fact)
{
    if (fact.what() == "beeped" && fact.who().starts_with("panel-"))
        m_beeps[pressIn(fact)] = {fact.who(), fact.number("token"), fact.number("button"),
                                  m_house.agenda().now()};
    else if (fact.is("bridge", "settled"))
        onSettled(fact);
    else if (fact.what() == "released" && fact.who().starts_with("panel-"))
        onReleased(pressIn(fact));
}

void BeepsAreSettled::onSettled(const Fact& fact)
{
    const auto beep = m_beeps.find(pressIn(fact));
    if (beep == m_beeps.end())
        return found("nobody pressed: " + fact.line());
    beep->second.isSettled = true;
}

void BeepsAreSettled::onReleased(const queue::PressId& last)
{
    for (auto& [press, beep] : m_beeps)
        if (press.uid == last.uid && press.epoch == last.epoch && press.seq <= last.seq)
            beep.isReleased = true;
}

void BeepsAreSettled::onCalmEnds()
{
    for (const auto& [press, beep] : m_beeps)
        check(press, beep);
    for (const queue::RatingSession& session : m_record.state().sessions)
        if (session.press)
            checkScore(*session.press, session.score);
}

void BeepsAreSettled::checkScore(const queue::PressId& press, int recorded) const
{
    const auto beep = m_beeps.find(press);
    const std::int64_t pressed = beep == m_beeps.end() ? 0 : beep->second.score;
    if (pressed != recorded)
        found(inWords(press) + " was button " + std::to_string(pressed) + " and is recorded as " +
              std::to_string(recorded));
}

void BeepsAreSettled::check(const queue::PressId& press, const Beep& beep) const
{
    if (beep.isReleased && !beep.isSettled && hasSession(beep))
        found(inWords(press) + " on " + beep.panel + " was thrown away");
    if (!beep.isReleased && m_house.agenda().now() - beep.at > minutes{2})
        found(inWords(press) + " is still on " + beep.panel);
}

bool BeepsAreSettled::hasSession(const Beep& beep) const
{
    return std::ranges::any_of(m_record.state().sessions, [&beep](const queue::RatingSession& session) {
        return session.token() == beep.token && session.counter.value == counterOf(beep.panel);
    });
}

} // namespace starqueue::house
