#include <house/faces/display_face.h>

#include <display/voice/clip_store.h>

#include <QTimer>

namespace starqueue::house {

using namespace Qt::StringLiterals;
using display::AudioSink;
using display::DisplayModel;

/// Takes as long for a piece as it lasts.
class DisplayFace::Loudspeaker final : public AudioSink
{
public:
    explicit Loudspeaker(DisplayFace& face) : m_face(face) {}

private:
    void doPlay(const QByteArray& samples) override
    {
        const std::chrono::milliseconds length{qint64{samples.size()} * 1000 / display::kBytesPerSample /
                                               display::kSamplesPerSecond};
        m_face.tell("speaks", {{"ms", length.count()}});
        m_face.m_house.sometimes().saw("a call was spoken");
        QTimer::singleShot(length, this, [this] {
            m_face.tell("is silent");
            emit finished();
        });
    }

    DisplayFace& m_face;
};

/// Says any words in half a second, ready a little later.
class WordMaker : public display::Synthesiser
{
    void doSay(const display::Piece&) override
    {
        constexpr int kHalfASecond = display::kSamplesPerSecond * display::kBytesPerSample / 2;
        QTimer::singleShot(std::chrono::milliseconds{100}, this,
                           [this] { emit said(QByteArray(kHalfASecond, '\0')); });
    }
};

struct DisplayFace::Screen
{
    Screen(DisplayFace& face, const client::HallAddress& address)
        : loudspeaker(face), display({address, u"zh"_s, u"screen"_s}),
          voice(display.model().schedule(), client::FaceClock::machine(), loudspeaker, words, {})
    {
        display::follow(voice, display.model());
    }

    Loudspeaker loudspeaker;
    WordMaker words;
    display::LiveDisplay display;
    display::Announcer voice;
};

DisplayFace::DisplayFace(House& house, HallProgram& hall) : Face(house, hall, "screen", "display")
{
    for (const char* what : {"a screen showed a call", "a call was spoken", "a screen had lost the hall"})
        m_house.sometimes().expect(what);
}

DisplayFace::~DisplayFace() = default;

void DisplayFace::open()
{
    m_screen = std::make_unique<Screen>(*this, hallAddress());
    QObject::connect(model(), &DisplayModel::changed, model(), [this] { look(); });
    QObject::connect(model(), &DisplayModel::called, model(),
                     [this](const client::api::Call& call) { callOut(call); });
    m_screen->display.start();
}

void DisplayFace::close()
{
    m_screen.reset();
    m_told.clear();
}

DisplayModel* DisplayFace::model()
{
    return m_screen ? &m_screen->display.model() : nullptr;
}

bool DisplayFace::hasHall()
{
    const DisplayModel::Page page = model()->page();
    return page == DisplayModel::Page::Live || page == DisplayModel::Page::DayClosed || !shown().empty();
}

std::vector<ShownCall> DisplayFace::shown()
{
    std::vector<ShownCall> all;
    if (model() == nullptr)
        return all;
    if (model()->hasCall())
        all.push_back({model()->number().toStdString(), model()->expected()});
    constexpr int kNumber = Qt::UserRole;
    constexpr int kExpected = Qt::UserRole + 4;
    const QAbstractItemModel& recent = *model()->recent();
    for (int row = 0; row < recent.rowCount(); ++row)
        all.push_back({recent.data(recent.index(row, 0), kNumber).toString().toStdString(),
                       recent.data(recent.index(row, 0), kExpected).toBool()});
    return all;
}

void DisplayFace::look()
{
    if (model()->page() == DisplayModel::Page::Lost)
        m_house.sometimes().saw("a screen had lost the hall");
    std::vector<ShownCall> now = shown();
    if (std::exchange(m_told, now) == now)
        return;
    std::string numbers;
    for (const ShownCall& call : now)
        numbers += call.number + (call.expected ? "! " : " ");
    tell("shows", {{"numbers", numbers}});
    m_house.sometimes().saw("a screen showed a call");
}

void DisplayFace::callOut(const client::api::Call& call)
{
    tell("calls out", {{"ticket", call.ticket.toStdString()},
                       {"number", call.number.toStdString()},
                       {"counter", call.counter.toStdString()},
                       {"recalls", call.recalls}});
}

} // namespace starqueue::house
