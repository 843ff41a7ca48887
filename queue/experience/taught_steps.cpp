#include <queue/experience/experience_builder.h>

#include <algorithm>

// What a counter's last step teaches is learned once it can't be taken back any more.

namespace starqueue::queue {

ExperienceBuilder::LastStep& ExperienceBuilder::beginStep(CounterIx counter, TicketId ticket, Instant at)
{
    learn(counter);
    LastStep& step = m_steps[counter] = {at, ticket};
    if (const LearnedTicket* const learned = find(ticket))
        step.before = *learned;
    return step;
}

/// From the counter's last step, which stands.
void ExperienceBuilder::learn(CounterIx counter)
{
    const auto found = m_steps.find(counter);
    if (found == m_steps.end())
        return;
    if (found->second.lesson)
        found->second.lesson(m_experience);
    if (found->second.record)
        m_records.push_back(*found->second.record);
    m_steps.erase(found);
}

void ExperienceBuilder::learnAll()
{
    while (!m_steps.empty())
        learn(m_steps.begin()->first);
}

void ExperienceBuilder::learnSettled(Instant now)
{
    for (auto step = m_steps.begin(); step != m_steps.end();) {
        const CounterIx counter = step->first;
        const bool stands = now - step->second.at > kStepUndoTime;
        ++step;
        if (stands)
            learn(counter);
    }
}

void ExperienceBuilder::undoStep(const StepUndone& event)
{
    if (event.counter == kNoCounter) {
        if (const auto before = m_beforeFloor.find(event.ticket); before != m_beforeFloor.end())
            m_tickets[event.ticket] = before->second;
        return;
    }
    const auto step = m_steps.find(event.counter);
    if (step != m_steps.end() && step->second.ticket == event.ticket)
        takeBack(step);
}

void ExperienceBuilder::undoCall(TicketId ticket)
{
    const auto isOfIt = [&](const auto& step) { return step.second.ticket == ticket; };
    if (const auto step = std::ranges::find_if(m_steps, isOfIt); step != m_steps.end())
        takeBack(step);
}

void ExperienceBuilder::takeBack(std::map<CounterIx, LastStep>::iterator step)
{
    if (LearnedTicket* const learned = find(step->second.ticket); learned && step->second.before)
        *learned = *step->second.before;
    m_steps.erase(step);
}

} // namespace starqueue::queue
