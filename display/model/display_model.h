#pragma once

#include <client/api/board.h>
#include <client/face/face_clock.h>
#include <client/face/row_list.h>
#include <display/model/display_words.h>
#include <display/model/shown_calls.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::display {

/// What the hall display shows, decided without a window.
///
/// Fed with boards by takeBoard() and with time by tick(), about twice a second.
/// No board for more than kStale, or a refused token, and every number goes:
/// words take their place until the next board. Lives on one thread.
class DisplayModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Page page READ page NOTIFY changed)
    Q_PROPERTY(QString hallName READ hallName NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString headlineOther READ headlineOther NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString adviceOther READ adviceOther NOTIFY changed)
    Q_PROPERTY(QString technical READ technical NOTIFY changed)
    Q_PROPERTY(bool hasCall READ hasCall NOTIFY changed)
    Q_PROPERTY(bool expected READ expected NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString callWords READ callWords NOTIFY changed)
    Q_PROPERTY(QString counterBefore READ counterBefore NOTIFY changed)
    Q_PROPERTY(QString counterFigure READ counterFigure NOTIFY changed)
    Q_PROPERTY(QString counterAfter READ counterAfter NOTIFY changed)
    Q_PROPERTY(QString counterName READ counterName NOTIFY changed)
    Q_PROPERTY(QString counterOther READ counterOther NOTIFY changed)
    Q_PROPERTY(bool blinks READ blinks NOTIFY changed)
    Q_PROPERTY(bool spoken READ spoken NOTIFY changed)
    Q_PROPERTY(bool blinking READ blinking NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(int callSerial READ callSerial NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* recent READ recent CONSTANT)
    Q_PROPERTY(starqueue::ui::CallGridSizes grid READ grid NOTIFY changed)
    Q_PROPERTY(QString moreCalls READ moreCalls NOTIFY changed)
    Q_PROPERTY(QString moreCallsOther READ moreCallsOther NOTIFY changed)
    Q_PROPERTY(QString waitTitle READ waitTitle CONSTANT)
    Q_PROPERTY(QString waitTitleOther READ waitTitleOther CONSTANT)
    Q_PROPERTY(QAbstractItemModel* services READ services CONSTANT)
    Q_PROPERTY(int servicePage READ servicePage NOTIFY changed)
    Q_PROPERTY(int servicePages READ servicePages NOTIFY changed)
    Q_PROPERTY(QString footer READ footer NOTIFY changed)
    Q_PROPERTY(QString footerLabel READ footerLabel NOTIFY changed)

public:
    /// Connecting: never heard of the hall; Lost: heard of it, but not lately. DayClosed: and nobody is
    /// called any more.
    enum class Page { Connecting, Live, DayClosed, Lost, Refused };
    Q_ENUM(Page)

    static constexpr std::chrono::seconds kStale{10}; ///< older numbers aren't shown
    static constexpr std::chrono::seconds kTurn{8};   ///< each page of services and of the footer
    static constexpr int kServicesPerPage = 6;

    /// `place` tells a technician which screen this is; it is shown only while something is wrong.
    DisplayModel(const QString& language, QString place, client::FaceClock clock, QObject* parent = nullptr);

    void takeBoard(const client::api::Board& board);
    /// What is called out when; the voice asks it.
    [[nodiscard]] client::CallSchedule& schedule() { return m_calls.schedule(); }
    /// Why the hall refuses this token; empty when it doesn't.
    void setRefusal(const QString& refusal);
    void tick();

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] const QString& hallName() const { return m_board.hall.name; }
    /// Time and date in the hall; empty until its zone is known.
    [[nodiscard]] QString time() const;
    [[nodiscard]] QString date() const;
    [[nodiscard]] QString headline() const { return m_words.main(headlineSource()); }
    [[nodiscard]] QString headlineOther() const { return m_words.both(headlineSource()).other; }
    [[nodiscard]] QString advice() const { return m_words.main(adviceSource()); }
    [[nodiscard]] QString adviceOther() const { return m_words.both(adviceSource()).other; }
    [[nodiscard]] QString technical() const;
    /// The newest call; it blinks after it was made, and has a frame while it is spoken.
    [[nodiscard]] bool hasCall() const { return m_calls.newest().has_value(); }
    [[nodiscard]] bool expected() const { return hasCall() && m_calls.newest()->call.expected(); }
    [[nodiscard]] bool blinks() const { return hasCall() && m_calls.newest()->blinks; }
    /// Any call blinks.
    [[nodiscard]] bool blinking() const { return m_calls.blinking(); }
    [[nodiscard]] bool spoken() const { return hasCall() && m_calls.newest()->spoken; }
    [[nodiscard]] QString number() const { return hasCall() ? m_calls.newest()->call.number : QString(); }
    [[nodiscard]] QString callWords() const;
    [[nodiscard]] QString counterBefore() const { return m_calls.sign().before; }
    [[nodiscard]] QString counterFigure() const { return m_calls.sign().figure; }
    [[nodiscard]] QString counterAfter() const { return m_calls.sign().after; }
    [[nodiscard]] QString counterName() const { return m_calls.counterName(); }
    [[nodiscard]] QString counterOther() const { return m_calls.counterOther(); }
    [[nodiscard]] QString said() const { return m_calls.said(); }
    [[nodiscard]] int callSerial() const { return m_calls.schedule().serial(); }
    /// The other calls.
    [[nodiscard]] QAbstractItemModel* recent() { return &m_calls.others(); }
    [[nodiscard]] const ui::CallGridSizes& grid() const { return m_calls.grid(); }
    /// That more are called than have room; empty: all have.
    [[nodiscard]] QString moreCalls() const { return moreCallsIn(&DisplayWords::Pair::main); }
    [[nodiscard]] QString moreCallsOther() const { return moreCallsIn(&DisplayWords::Pair::other); }
    [[nodiscard]] QString waitTitle() const;
    [[nodiscard]] QString waitTitleOther() const;
    [[nodiscard]] QAbstractItemModel* services() { return &m_services; }
    [[nodiscard]] int servicePage() const { return servicePages() > 0 ? turn() % servicePages() : 0; }
    [[nodiscard]] int servicePages() const;
    [[nodiscard]] QString footer() const;
    [[nodiscard]] QString footerLabel() const;

signals:
    void changed();
    /// To be spoken. Calls come in the order of calling; one that is old by now doesn't come.
    void called(const starqueue::client::api::Call& call);

private:
    struct FooterLine
    {
        QString label;
        QString text;
    };

    [[nodiscard]] Page decidePage() const;
    [[nodiscard]] const char* headlineSource() const;
    [[nodiscard]] const char* adviceSource() const;
    [[nodiscard]] QString moreCallsIn(QString DisplayWords::Pair::*language) const;
    [[nodiscard]] int turn() const;
    [[nodiscard]] QList<FooterLine> footerLines() const;
    /// Now, on the clock of the hall.
    [[nodiscard]] bool knowsTheTime() const;
    [[nodiscard]] QDateTime wall() const;
    [[nodiscard]] QString waitWords(const client::api::Service& service) const;
    void fillServices();
    void refresh();

    DisplayWords m_words;
    QString m_place;
    client::FaceClock m_clock;
    client::api::Board m_board;
    ShownCalls m_calls{m_words};
    client::RowList m_services;
    std::optional<std::pair<Page, int>>
        m_servicesOf; ///< on which page, and which of theirs; empty: to be filled
    QString m_refusal;
    std::optional<std::chrono::milliseconds> m_heard; ///< steady time of the last board
    QDateTime m_heardAt;                              ///< the same on the wall
    Page m_page = Page::Connecting;
};

} // namespace starqueue::display
