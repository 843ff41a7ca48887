#pragma once

#include <house/record/record.h>
#include <house/run/checker.h>

#include <string>
#include <vector>

namespace starqueue::house {

/// Who is told "done" finds just that in the journal, who is told "no" nothing.
class DoneIsWritten final : public Checker
{
public:
    explicit DoneIsWritten(const Record& record)
        : Checker("done is written, refused is not"), m_record(record)
    {}
    void onFact(const Fact& fact) override
    {
        if (fact.what() == "answered" && !fact.text("request").empty() && !fact.text("path").empty())
            m_answers.push_back(fact);
    }
    void onCalmEnds() override
    {
        for (const Fact& answer : m_answers)
            check(answer);
        m_answers.clear();
    }

private:
    void check(const Fact& answer) const;

    const Record& m_record;
    std::vector<Fact> m_answers;
};

} // namespace starqueue::house
