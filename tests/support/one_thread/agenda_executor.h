#pragma once

#include <support/one_thread/agenda.h>

#include <sync/executor.h>

#include <memory>
#include <stdexcept>
#include <utility>

namespace starqueue::test {

/// A strand whose work stands on an agenda with everybody else's.
class AgendaStrand final : public sync::Strand
{
public:
    explicit AgendaStrand(Agenda& agenda) : m_works(agenda) {}

    void post(Work work) override { m_works.after({}, std::move(work)); }
    void after(Time delay, Work work) override { m_works.after(delay, std::move(work)); }
    void close() override { m_works.close(); }

private:
    InOrder m_works;
};

/// One thread on the agenda's clock, the caller's: nothing runs but while the agenda is turned.
class AgendaExecutor final : public sync::Executor
{
public:
    explicit AgendaExecutor(Agenda& agenda) : m_agenda(agenda) {}

    [[nodiscard]] Clock::time_point now() const override { return m_agenda.now(); }
    [[nodiscard]] std::unique_ptr<sync::Strand> strand(sync::Urgency) override
    {
        return std::make_unique<AgendaStrand>(m_agenda);
    }
    void await(const std::function<void(Done)>& begin) override
    {
        const auto done = std::make_shared<bool>(false);
        begin([done] { *done = true; });
        while (!*done)
            if (!m_agenda.turn())
                throw std::logic_error("what is awaited can't come: the agenda is empty");
    }

private:
    Agenda& m_agenda;
};

} // namespace starqueue::test
