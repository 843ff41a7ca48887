#pragma once

#include <client/events/board_watch.h>
#include <client/face/face_clock.h>
#include <client/ui/input/input_gate.h>
#include <kiosk/page_layout.h>
#include <kiosk/service_list.h>
#include <kiosk/visit/visit.h>

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

namespace starqueue::kiosk {

/// Everything that the kiosk's pages bind to: the hall as its board shows it, and the visit.
/// Lives on the GUI thread.
class KioskModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Service state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString hallName READ hallName NOTIFY boardChanged)
    Q_PROPERTY(QString now READ now NOTIFY nowChanged)
    Q_PROPERTY(Printer printer READ printer NOTIFY boardChanged)
    Q_PROPERTY(bool allClosed READ allClosed NOTIFY boardChanged)
    Q_PROPERTY(QString message READ message NOTIFY boardChanged)
    Q_PROPERTY(QString opens READ opens NOTIFY boardChanged)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY boardChanged)
    Q_PROPERTY(bool technicianPage READ technicianPage NOTIFY technicianPageChanged)
    Q_PROPERTY(QVariantList technicianFacts READ technicianFacts NOTIFY technicianFactsChanged)
    Q_PROPERTY(bool largeText READ largeText WRITE setLargeText NOTIFY modesChanged)
    Q_PROPERTY(bool lowReach READ lowReach WRITE setLowReach NOTIFY modesChanged)
    Q_PROPERTY(starqueue::kiosk::ServiceList* services READ services CONSTANT)
    Q_PROPERTY(starqueue::kiosk::Visit* visit READ visit CONSTANT)

public:
    /// Whether this kiosk can give numbers at all.
    enum class Service {
        Connecting, ///< just started: no board yet
        Ready,
        Unreachable, ///< the hall doesn't answer; the kiosk goes on trying by itself
        Refused,     ///< the hall refuses this kiosk's token: a technician is needed
    };
    Q_ENUM(Service)

    /// What a customer should know of the printer before touching anything.
    enum class Printer { Works, OutOfPaper, Unavailable, TicketWaiting };
    Q_ENUM(Printer)

    struct Setup
    {
        client::HallAddress address;
        QString kiosk;    ///< which kiosk this is
        QString language; ///< spoken to each new customer
        client::FaceClock clock = client::FaceClock::machine();
    };

    explicit KioskModel(Setup setup, QObject* parent = nullptr);

    /// Begins to follow the hall.
    void start();

    [[nodiscard]] Service state() const { return m_state; }
    [[nodiscard]] QString hallName() const;
    /// The hall's date and time as text.
    /// Date and time in the hall; empty until its zone is known.
    [[nodiscard]] QString now() const;
    [[nodiscard]] Printer printer() const;
    [[nodiscard]] bool allClosed() const;
    /// The hall's message of the moment; empty: none.
    [[nodiscard]] QString message() const;
    /// When the hall opens again; empty: it is open, or that isn't known.
    [[nodiscard]] QString opens() const;

    /// The groups whose statutory priority is granted here: id, name, proof.
    [[nodiscard]] QVariantList groups() const;

    /// Whether the technician's page stands before all others; it closes after a minute.
    [[nodiscard]] bool technicianPage() const { return m_technician.isActive(); }
    Q_INVOKABLE void openTechnicianPage();
    Q_INVOKABLE void closeTechnicianPage();
    /// Rows of label, value and good.
    [[nodiscard]] QVariantList technicianFacts() const;

    [[nodiscard]] bool largeText() const;
    void setLargeText(bool large);
    [[nodiscard]] bool lowReach() const { return m_lowReach; }
    void setLowReach(bool low);
    Q_INVOKABLE void toggleLanguage();

    /// What a reader has read; forgotten while no number can be taken.
    void takeCode(const client::ScannedCode& code);

    [[nodiscard]] ServiceList* services() { return &m_services; }
    [[nodiscard]] Visit* visit() { return &m_visit; }
    /// Knows when this kiosk's pages move; to be put before its window.
    [[nodiscard]] ui::InputGate& gate() { return m_gate; }

signals:
    void stateChanged();
    void boardChanged();
    void nowChanged();
    void modesChanged();
    void technicianPageChanged();
    void technicianFactsChanged();

private:
    void takeBoard();
    void decideState();
    void restoreModes();
    void watchLayout();
    void noteLayout();
    [[nodiscard]] PageLayout layout() const;
    [[nodiscard]] client::api::KioskPrinter printerState() const;
    [[nodiscard]] const QTimeZone& zone() const { return m_watch.board().hall.timeZone; }

    Setup m_setup;
    client::BoardWatch m_watch;
    ui::InputGate m_gate;
    ServiceList m_services;
    Visit m_visit;
    PageLayout m_layout;
    QTimer m_clock;
    QTimer m_connecting;
    QTimer m_technician;
    Service m_state = Service::Connecting;
    bool m_lowReach = false;
    int m_lists = 0; ///< of services so far
};

} // namespace starqueue::kiosk
