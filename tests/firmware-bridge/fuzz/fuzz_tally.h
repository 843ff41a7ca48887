#pragma once

#include <firmware-bridge/fuzz/answers_oracle.h>
#include <firmware-bridge/printer/ticket_printer.h>

#include <array>

namespace starqueue::bridge {

/// Counts what was really tried, over all inputs of a run.
class FuzzTally
{
public:
    void input();
    void answers(int frames, qsizetype bytes);
    void printBegins() { ++m_jobs; }
    void ended(TicketPrinter::Outcome outcome, AnswersOracle::Proof proof);

    /// On standard error, a line each, after "tally:".
    void print() const;

private:
    static constexpr int kOutcomes = 7;

    long long m_inputs = 0;
    long long m_answers = 0;
    long long m_bytes = 0;
    long long m_jobs = 0;
    std::array<long long, kOutcomes> m_ended{};
    std::array<long long, AnswersOracle::kProofs> m_printedBy{};
};

} // namespace starqueue::bridge
