#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>

#include <vector>

namespace starqueue::bridge {

/// Follows what a driver sent and heard, and tells whether it may say of a job that it is printed. Knows the
/// frames of the answers from the makers' manuals, not from the driver.
class AnswersOracle
{
public:
    void jobBegins();
    void sent(const QByteArray& bytes);
    void heard(const QByteArray& bytes, SteadyTime now);

    /// An id that it asked for since the job began came back whole; or the paper sensor's answer came,
    /// outside of any block, after it was asked for.
    [[nodiscard]] bool mayBePrinted() const;
    /// The id asked for last; empty: none.
    [[nodiscard]] QByteArray lastId() const { return m_ids.empty() ? QByteArray() : m_ids.back(); }
    /// Real-time questions that weren't answered by answerWell().
    [[nodiscard]] QByteArray takeQuestions() { return std::exchange(m_questions, {}); }

    /// So often it asked for the paper sensor since this was asked last.
    [[nodiscard]] int takeSensorQuestions() { return std::exchange(m_sensorQuestions, 0); }

private:
    [[nodiscard]] bool sensorAnswered() const;
    [[nodiscard]] bool blockBeginsAt(qsizetype at) const;
    [[nodiscard]] qsizetype endOfBlock(qsizetype at) const;

    std::vector<QByteArray> m_ids;
    QByteArray m_heard;
    std::vector<SteadyTime> m_heardAt; ///< of each byte
    QByteArray m_questions;
    int m_sensorQuestions = 0;
    bool m_sensorAsked = false;
    qsizetype m_heardBeforeSensor = 0;
};

} // namespace starqueue::bridge
