# matplotlib.animation: animations, shown as a few of their frames, since pages do not move.


class Animation:
    """Frames drawn one after the other on one figure."""

    # As many frames are shown, evenly chosen with the first and the last.
    _shown = 4

    def _show_frames(self):
        frames = list(self._frames())
        count = min(len(frames), self._shown)
        chosen = {round(i * (len(frames) - 1) / max(count - 1, 1)) for i in range(count)}
        for number, frame in enumerate(frames):
            self._draw(frame)
            if number in chosen:
                self._fig.show()

    def to_jshtml(self, fps=None, embed_frames=True, default_mode=None):
        self._show_frames()
        return ""

    def to_html5_video(self, embed_limit=None):
        self._show_frames()
        return ""

    def save(self, filename, writer=None, fps=None, dpi=None, **options):
        self._show_frames()

    def pause(self):
        pass

    def resume(self):
        pass


class FuncAnimation(Animation):
    """Frames that a function draws."""

    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, cache_frame_data=True, interval=200,
                 repeat_delay=0, repeat=True, event_source=None, blit=False):
        self._fig, self._func, self._args = fig, func, tuple(fargs or ())
        self._given, self._most = frames, save_count or 100
        if init_func is not None:
            init_func()

    def _frames(self):
        given = self._given() if callable(self._given) else self._given
        if given is None:
            return range(self._most)
        if isinstance(given, int):
            return range(given)
        frames = []
        for frame in given:
            frames.append(frame)
            if len(frames) == self._most and not hasattr(given, "__len__"):
                break
        return frames

    def _draw(self, frame):
        self._func(frame, *self._args)


class ArtistAnimation(Animation):
    """Frames of artists that are there already."""

    def __init__(self, fig, artists, *, interval=200, repeat_delay=0, repeat=True, event_source=None, blit=False):
        self._fig, self._artists = fig, [list(group) for group in artists]

    def _frames(self):
        return range(len(self._artists))

    def _draw(self, frame):
        for number, group in enumerate(self._artists):
            for artist in group:
                artist.set_visible(number == frame)


class PillowWriter:
    """Names a form of files that pages do not have."""

    def __init__(self, fps=5, **options):
        pass


class FFMpegWriter(PillowWriter):
    """Names a form of files that pages do not have."""
