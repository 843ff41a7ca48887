#pragma once

#include <counter/counter_model.h>

#include <QKeyEvent>
#include <QPointer>
#include <QQmlEngine>

namespace starqueue::counter {

/// Takes what is typed outside of every field and question: a digit of a hand calls a parked customer back, a
/// scanner's code does nothing, and neither does the Enter, Tab or space that belongs to it. Lives on the GUI
/// thread.
class TypedKeys : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(starqueue::counter::CounterModel* viewModel READ viewModel WRITE setViewModel REQUIRED)

public:
    explicit TypedKeys(QObject* parent = nullptr);

    [[nodiscard]] CounterModel* viewModel() const { return m_viewModel; }
    void setViewModel(CounterModel* viewModel) { m_viewModel = viewModel; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool belongsToScan(const QKeyEvent& press) const;

    QPointer<CounterModel> m_viewModel;
};

/// Whether what is typed now goes into a field.
[[nodiscard]] bool isInField();

} // namespace starqueue::counter
