// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"
#include "ui/paint/exporter.h"
#include "ui/workspace/scenekeeper.h"

#include <QObject>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>

namespace entente
{

class KnowledgeGraph;
class Workspace;

/// What a picture is made of, and how: what the dialog asks for, and the last export keeps.
struct ImageWishes
{
    /// Of what is on the canvas; the ids are those of the moment.
    enum class Part { All, Visible, Selected };
    Part part = Part::All;
    bool asOnScreen = true;   ///< In the colours of the window, else in light ones.
    bool caption = true;      ///< What is left out, and by which filters.
    bool citations = false;   ///< Numbers, with quotes and sources below.
    bool notesBeside = false; ///< These in files of their own, rather than below.
    Wording wording = {};
    std::optional<Edtf> day = {}; ///< As of which the data is said to be; none: it says so itself.
    ExportOptions options;
};

/// Writes the picture that is on screen to a file, off the UI thread.
class ImageExport : public QObject
{
    Q_OBJECT

public:
    ImageExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent = nullptr);

    static QStringList filters();
    static QStringList suffixes();
    QString suggestedName() const;

    /// What all of it takes, as a value for another thread.
    struct Order
    {
        std::function<SceneKeeper::Drawn()> draw;
        /// What of this is shown rests on.
        std::function<std::shared_ptr<const ShownSources>(const Shown&)> sources;
        Style style;
        ImageWishes wishes;
        QString filters; ///< As filtersNote() says them.

        struct Made
        {
            Picture picture;
            ExportOptions options;
        };
        Made make() const;
    };
    /// @param only as SceneKeeper::drawing() takes it.
    Order order(const ImageWishes& wishes, const std::optional<std::set<NodeId>>& only) const;

    /// By the suffix of the name; an empty name does nothing.
    void write(const QString& file, Order order);
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& file);
    void failed(const QString& reason);

private:
    std::shared_future<std::string> dataHash() const;

    const Workspace& m_workspace;
    const SceneKeeper& m_scene;
    Jobs m_jobs;
    /// Of which data, and its hash: worked out by whoever needs it first, on his thread.
    mutable std::shared_ptr<const KnowledgeGraph> m_hashed;
    mutable std::uint64_t m_hashedRevision = 0;
    mutable std::shared_future<std::string> m_hash;
};

} // namespace entente
