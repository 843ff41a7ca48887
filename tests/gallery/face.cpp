#include <gallery/face.h>

#include <client/events/board_watch.h>
#include <client/ui/face_program.h>
#include <counter/counter_model.h>
#include <display/model/display_model.h>
#include <kiosk/kiosk_model.h>

#include <algorithm>

STARQUEUE_KEEP_MODULE(StarQueue_Ui)
STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)
STARQUEUE_KEEP_MODULE(StarQueue_Display)
STARQUEUE_KEEP_MODULE(StarQueue_Counter)

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace starqueue::gallery {

namespace {

// A scene's hall is at hand and tells everything at once; only a loss must be waited for.
constexpr client::BoardPauses kPauses{.gather = 10ms, .retry = 50ms, .grace = 100ms};

class KioskFace : public Face
{
public:
    explicit KioskFace(const FaceSetup& setup) : m_model({setup.address, u"1"_s, setup.language, setup.clock})
    {}
    QObject& model() override { return m_model; }
    void start() override { m_model.start(); }
    void tick() override {} // its countdown has a timer of its own

private:
    kiosk::KioskModel m_model;
};

class DisplayFace : public Face
{
public:
    explicit DisplayFace(const FaceSetup& setup)
        : m_watch(setup.address, nullptr, kPauses),
          m_model(setup.language, u"display 1 · http://127.0.0.1:8470"_s, setup.clock)
    {
        using client::BoardWatch;
        QObject::connect(&m_watch, &BoardWatch::boardChanged, &m_model,
                         [this] { m_model.takeBoard(m_watch.board()); });
        QObject::connect(&m_watch, &BoardWatch::reachableChanged, &m_model,
                         [this] { m_model.setRefusal(m_watch.refusal()); });
    }
    QObject& model() override { return m_model; }
    void start() override { m_watch.start(); }
    void tick() override { m_model.tick(); }

private:
    client::BoardWatch m_watch;
    display::DisplayModel m_model;
};

class CounterFace : public Face
{
public:
    explicit CounterFace(const FaceSetup& setup)
        : m_watch(setup.address, nullptr, kPauses), m_model(m_watch.client(), u"3"_s, u"17"_s, setup.clock)
    {
        using client::BoardWatch;
        QObject::connect(&m_watch, &BoardWatch::boardChanged, &m_model,
                         [this] { m_model.takeBoard(m_watch.board()); });
        QObject::connect(&m_watch, &BoardWatch::reachableChanged, &m_model,
                         [this] { m_model.setConnected(m_watch.reachable(), m_watch.refusal()); });
        QObject::connect(&m_watch, &BoardWatch::event, &m_model, &counter::CounterModel::takeEvent);
    }
    QObject& model() override { return m_model; }
    void start() override { m_watch.start(); }
    void tick() override { m_model.tick(); }

private:
    client::BoardWatch m_watch;
    counter::CounterModel m_model;
};

template <typename F> std::unique_ptr<Face> make(const FaceSetup& setup)
{
    return std::make_unique<F>(setup);
}

QUrl pageOf(const QString& module)
{
    return QUrl(u"qrc:/qt/qml/StarQueue/%1/Main.qml"_s.arg(module));
}

} // namespace

const QList<FaceKind>& faceKinds()
{
    using Kind = ui::Theme::Kind;
    static const QList<FaceKind> kKinds{
        {u"kiosk"_s,
         Kind::Kiosk,
         {1080, 1920},
         {},
         pageOf(u"Kiosk"_s),
         u"kiosk"_s,
         u"starqueue_kiosk"_s,
         make<KioskFace>},
        {u"display"_s,
         Kind::Wall,
         {1920, 1080},
         {},
         pageOf(u"Display"_s),
         u"viewModel"_s,
         u"starqueue_display"_s,
         make<DisplayFace>},
        {u"counter"_s,
         Kind::Desk,
         {420, 820},
         {360, 640},
         pageOf(u"Counter"_s),
         u"viewModel"_s,
         u"starqueue_counter"_s,
         make<CounterFace>},
    };
    return kKinds;
}

const FaceKind* faceKind(const QString& name)
{
    const auto& kinds = faceKinds();
    const auto found = std::ranges::find(kinds, name, &FaceKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace starqueue::gallery
