#pragma once

#include <counter/counter_model.h>
#include <counter/keys/key_latch.h>

#include <QKeyEvent>
#include <QPointer>
#include <QQmlEngine>

namespace starqueue::counter {

/// Keeps the repetitions of a held key from everything in the program: a book on Space serves nobody. What is
/// typed or scanned is left alone. Lives on the GUI thread, with the model whose clock it measures by.
class HeldKeys : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(starqueue::counter::CounterModel* viewModel READ viewModel WRITE setViewModel REQUIRED)

public:
    explicit HeldKeys(QObject* parent = nullptr);

    [[nodiscard]] CounterModel* viewModel() const { return m_viewModel; }
    void setViewModel(CounterModel* viewModel) { m_viewModel = viewModel; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool mayAct(const QKeyEvent& press);
    [[nodiscard]] std::chrono::milliseconds now() const { return m_viewModel->steadyNow(); }

    /// A press is offered as a shortcut first, and to one item after the other.
    struct Press
    {
        int key = 0;
        quint64 timestamp = 0;
        bool mayAct = true;
    };
    QPointer<CounterModel> m_viewModel;
    KeyLatch m_latch;
    Press m_last;
};

} // namespace starqueue::counter
