#pragma once

#include <journeys/journey_report.h>
#include <journeys/programs.h>
#include <journeys/steps.h>

#include <client/hall_client.h>

#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace starqueue::journey {

/// What every journey has: a real hall of its own in a temporary folder, whom to ask in it, and a report.
class HallJourney
{
protected:
    /// `programs`: folder of the built programs.
    explicit HallJourney(const QString& programs);
    ~HallJourney() = default;

    /// Takes the steps up to the first that fails, and reports.
    template <class Journey, std::size_t Count>
    [[nodiscard]] const JourneyReport& takeSteps(Journey& journey, const Step<Journey> (&steps)[Count])
    {
        noteFailures(firstFailure(journey, steps));
        return m_report;
    }

    /// `starqueue init`, on this journey's port.
    bool initHall();
    /// Mends a file's text; false when it can't be read or written, or `mend` says so.
    bool rewrite(const QString& name, const std::function<bool(QByteArray&)>& mend) const;
    /// Every `before` in that file becomes `after`; false when there is none.
    bool change(const QString& name, const QByteArray& before, const QByteArray& after) const;
    /// Starts the service and waits until the day is open.
    bool startHallService();

    [[nodiscard]] client::HallAddress addressOf(const QString& token) const;
    /// What the hall answers to that face; empty: nothing in time.
    [[nodiscard]] std::optional<client::Answer> ask(const QString& token, const QString& path);
    /// A command; empty, and a fault, unless it was carried out.
    [[nodiscard]] std::optional<client::Answer> tell(const QString& token, const QString& path,
                                                     QJsonObject body = {});

    [[nodiscard]] QString file(const QString& name) const { return m_dir.filePath(name); }
    void found(const QString& text) { m_report.findings << text; }
    /// False.
    bool fault(const QString& text);

    QTemporaryDir m_dir;
    quint16 m_port = 0;
    JourneyReport m_report;
    qint64 m_told = 0; ///< when the last command was answered, ms since the epoch
    Programs m_programs;

private:
    using Send = std::function<void(client::HallClient&, const client::HallClient::Callback&)>;

    [[nodiscard]] std::optional<client::Answer> request(const QString& token, const Send& send);
    /// The step that failed, if any, and the programs that ended by themselves.
    void noteFailures(const QString& step);
};

/// What the hall answered; empty when it is no object.
[[nodiscard]] QJsonObject objectOf(const client::Answer& answer);

} // namespace starqueue::journey
