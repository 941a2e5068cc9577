# torch.utils.tensorboard: SummaryWriter, which keeps what it is given in memory.


class SummaryWriter:
    """Takes the records of a training. They stay in `records`, by kind and tag: a session writes no event files."""

    def __init__(
        self, log_dir=None, comment="", purge_step=None, max_queue=10, flush_secs=120, filename_suffix=""
    ):
        self.log_dir = log_dir or "runs" + comment
        self.records = {}

    def _keep(self, kind, tag, value, step):
        self.records.setdefault((kind, tag), []).append((step, value))

    def add_scalar(self, tag, scalar_value, global_step=None, walltime=None, new_style=False, double_precision=False):
        """Keeps a number."""
        self._keep("scalar", tag, float(scalar_value), global_step)

    def add_scalars(self, main_tag, tag_scalar_dict, global_step=None, walltime=None):
        """Keeps several numbers."""
        for tag, value in tag_scalar_dict.items():
            self._keep("scalar", f"{main_tag}/{tag}", float(value), global_step)

    def add_text(self, tag, text_string, global_step=None, walltime=None):
        """Keeps a text."""
        self._keep("text", tag, text_string, global_step)

    def add_histogram(self, tag, values, global_step=None, bins="tensorflow", walltime=None, max_bins=None):
        """Accepts the values of a histogram."""

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats="CHW"):
        """Accepts an image."""

    def add_images(self, tag, img_tensor, global_step=None, walltime=None, dataformats="NCHW"):
        """Accepts images."""

    def add_figure(self, tag, figure, global_step=None, close=True, walltime=None):
        """Accepts a figure."""

    def add_graph(self, model, input_to_model=None, verbose=False, use_strict_trace=True):
        """Accepts a model."""

    def add_embedding(self, mat, metadata=None, label_img=None, global_step=None, tag="default", metadata_header=None):
        """Accepts vectors with their labels."""

    def add_pr_curve(self, tag, labels, predictions, global_step=None, num_thresholds=127, weights=None, walltime=None):
        """Accepts a precision-recall curve."""

    def add_hparams(self, hparam_dict, metric_dict, hparam_domain_discrete=None, run_name=None, global_step=None):
        """Keeps the settings of a run with its results."""
        self._keep("hparams", run_name or "", (hparam_dict, metric_dict), global_step)

    def flush(self):
        """Nothing is waiting."""

    def close(self):
        """Nothing is open."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()
        return False
