#include <firmware-bridge/fuzz/fuzz_tally.h>

#include <cstdio>

namespace starqueue::bridge {

namespace {

constexpr long long kPrintsEvery = 500'000; ///< inputs: a run that is ended from outside has said something
constexpr std::array kOutcomeNames{"printed",  "sent",    "paper out", "cover open",
                                   "off line", "unknown", "dropped"};
constexpr std::array kProofNames{"nothing", "its process id", "a process id asked for again",
                                 "the paper sensor", "the presenter"};

} // namespace

void FuzzTally::input()
{
    if (++m_inputs % kPrintsEvery == 0)
        print();
}

void FuzzTally::answers(int frames, qsizetype bytes)
{
    m_answers += frames;
    m_bytes += bytes;
}

void FuzzTally::ended(TicketPrinter::Outcome outcome, AnswersOracle::Proof proof)
{
    ++m_ended.at(static_cast<std::size_t>(outcome));
    if (outcome == TicketPrinter::Outcome::Printed)
        ++m_printedBy.at(static_cast<std::size_t>(proof));
}

void FuzzTally::print() const
{
    std::fprintf(stderr, "tally: %lld inputs\ntally: %lld answers of %lld bytes\ntally: %lld jobs\n",
                 m_inputs, m_answers, m_bytes, m_jobs);
    for (std::size_t i = 0; i < m_ended.size(); ++i)
        std::fprintf(stderr, "tally: %lld ended as %s\n", m_ended.at(i), kOutcomeNames.at(i));
    for (std::size_t i = 1; i < m_printedBy.size(); ++i)
        std::fprintf(stderr, "tally: %lld printed by %s\n", m_printedBy.at(i), kProofNames.at(i));
}

} // namespace starqueue::bridge
